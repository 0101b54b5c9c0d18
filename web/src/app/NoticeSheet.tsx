import { Link } from "@tanstack/react-router";
import { NoticeList } from "@/features/notices/NoticeList";
import { useTranslation } from "@/i18n/words";
import { BottomSheet } from "@/ui/BottomSheet";

export function NoticeSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  return (
    <BottomSheet
      open={isOpen}
      onClose={onClose}
      title={t("notices")}
      footer={
        <Link to="/notices" onClick={onClose}>
          {t("notice.all")}
        </Link>
      }
    >
      <NoticeList onLeave={onClose} />
    </BottomSheet>
  );
}
