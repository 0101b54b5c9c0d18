import { CalendarClock } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "@/ui/IconButton";
import { useOnceOpen } from "@/ui/once_open";

const PushSheet = lazy(() => import("./PushSheet"));

/** Opens the pushes of a board; they are loaded when they are asked for. */
export function PushButton({ board }: { board: string }) {
  const { t } = useTranslation("boards");
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useOnceOpen(isOpen);
  return (
    <>
      <IconButton label={t("push")} icon={<CalendarClock size={17} />} onClick={() => setOpen(true)} />
      {wasOpen && (
        <Suspense fallback={null}>
          <PushSheet board={board} isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
