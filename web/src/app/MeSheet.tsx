import { Button } from "antd";
import { Bell, Search } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { BottomSheet } from "@/ui/BottomSheet";
import { CountMark } from "@/ui/CountMark";
import { MenuLink } from "@/ui/MenuLink";
import { AccountMenu } from "./AccountMenu";
import styles from "./MeSheet.module.css";
import { placesFor } from "./places";
import { useSession } from "./session_state";

export interface MeSheetProps {
  isOpen: boolean;
  onClose: () => void;
  onSearch: () => void;
}

/** The person on a phone: search, notices, the places without a tab, and the account. */
export function MeSheet({ isOpen, onClose, onSearch }: MeSheetProps) {
  const { t } = useTranslation("shell");
  const me = useSession();
  const places = placesFor(me?.powers ?? []).filter(({ isOnPhone }) => !isOnPhone);
  const search = () => {
    onClose();
    onSearch();
  };
  return (
    <BottomSheet open={isOpen} onClose={onClose} title={t("me")}>
      <div className={styles.tools}>
        <Button icon={<Search size={18} />} onClick={search} block>
          {t("search")}
        </Button>
      </div>
      <MenuLink link={{ to: "/notices" }} onClick={onClose} icon={<Bell size={18} />}>
        {t("notices")} <CountMark count={me?.counts.unread_notices ?? 0} />
      </MenuLink>
      {places.map(({ id, to, icon: Icon }) => (
        <MenuLink key={id} link={{ to }} onClick={onClose} icon={<Icon size={18} />}>
          {t(id)}
        </MenuLink>
      ))}
      <div className={styles.account}>
        <AccountMenu />
      </div>
    </BottomSheet>
  );
}
