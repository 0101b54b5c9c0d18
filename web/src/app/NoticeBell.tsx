import { Link } from "@tanstack/react-router";
import { Badge } from "antd";
import { Bell } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { NoticeList } from "@/features/notices/NoticeList";
import { BottomSheet } from "@/ui/BottomSheet";
import { IconButton } from "@/ui/IconButton";
import { useSession } from "./session_state";

/** What the person was told, with the number not read yet. */
export function NoticeBell() {
  const { t } = useTranslation("shell");
  const unread = useSession()?.counts.unread_notices ?? 0;
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Badge count={unread} size="small" offset={[-6, 6]}>
        <IconButton label={t("notices")} icon={<Bell size={18} />} onClick={() => setOpen(true)} />
      </Badge>
      <BottomSheet
        open={isOpen}
        onClose={close}
        title={t("notices")}
        footer={
          <Link to="/notices" onClick={close}>
            {t("notice.all")}
          </Link>
        }
      >
        <NoticeList onLeave={close} />
      </BottomSheet>
    </>
  );
}

/** The window's title carries the number and its icon a dot: both are seen in the row of tabs. */
export function useUnreadTitle(): void {
  const unread = useSession()?.counts.unread_notices ?? 0;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Tessera` : "Tessera";
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    if (icon) icon.href = unread > 0 ? "/favicon-unread.svg" : "/favicon.svg";
  }, [unread]);
}
