import { Link } from "@tanstack/react-router";
import { Badge } from "antd";
import { Bell } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { BottomSheet } from "@/ui/BottomSheet";
import { IconButton } from "@/ui/IconButton";
import { inKit } from "@/ui/in_kit";
import { ListSkeleton } from "@/ui/Skeletons";
import { useSession } from "./session_state";

const NoticeList = lazy(inKit(() => import("@/features/notices/NoticeList"), "NoticeList", "notice"));

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
        <Suspense fallback={<ListSkeleton />}>
          <NoticeList onLeave={close} />
        </Suspense>
      </BottomSheet>
    </>
  );
}
