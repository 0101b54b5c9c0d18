import { Bell } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { CountMark } from "@/ui/CountMark";
import { IconButton } from "@/ui/IconButton";
import { inKit } from "@/ui/in_kit";
import { useOnceOpen } from "@/ui/once_open";
import { useSession } from "./session_state";

const NoticeSheet = lazy(inKit(() => import("./NoticeSheet"), "NoticeSheet", "notice"));

/** What the person was told, with the number not read yet. */
export function NoticeBell() {
  const { t } = useTranslation("shell");
  const unread = useSession()?.counts.unread_notices ?? 0;
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useOnceOpen(isOpen);
  return (
    <>
      <CountMark count={unread} isOnButton>
        <IconButton label={t("notices")} icon={<Bell size={18} />} onClick={() => setOpen(true)} />
      </CountMark>
      {wasOpen && (
        <Suspense>
          <NoticeSheet isOpen={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
