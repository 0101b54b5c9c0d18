import { History } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "@/ui/IconButton";
import { useOnceOpen } from "@/ui/once_open";
import type { VersionsSheetProps } from "./VersionsSheet";

const VersionsSheet = lazy(() => import("./VersionsSheet"));

/** Opens the versions of a board; they are loaded when they are asked for. */
export function VersionsButton(props: Omit<VersionsSheetProps, "isOpen" | "onClose">) {
  const { t } = useTranslation("versions");
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useOnceOpen(isOpen);
  return (
    <>
      <IconButton label={t("title")} icon={<History size={18} />} onClick={() => setOpen(true)} />
      {wasOpen && (
        <Suspense fallback={null}>
          <VersionsSheet {...props} isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
