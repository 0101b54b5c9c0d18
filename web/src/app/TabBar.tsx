import { Link } from "@tanstack/react-router";
import { Badge, Button } from "antd";
import { Bell, Search, UserRound } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BottomSheet } from "@/ui/BottomSheet";
import { MenuLink } from "@/ui/MenuLink";
import { AccountMenu } from "./AccountMenu";
import { PLACES, placesFor } from "./places";
import { useSession } from "./session_state";
import styles from "./TabBar.module.css";

/** The phone's bottom bar: three places and the person. */
export function TabBar({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation("shell");
  const me = useSession();
  const unread = me?.counts.unread_notices ?? 0;
  const [isOpen, setOpen] = useState(false);
  const places = placesFor(me?.powers ?? []).filter(({ isOnPhone }) => !isOnPhone);
  const search = () => {
    setOpen(false);
    onSearch();
  };
  return (
    <nav className={styles.bar} aria-label={t("navigation")}>
      {PLACES.filter(({ isOnPhone }) => isOnPhone).map(({ id, to, icon: Icon }) => (
        <Link key={id} to={to} className={styles.tab} activeProps={{ className: styles.here ?? "" }}>
          <Badge count={id === "inbox" ? (me?.counts.todo ?? 0) : 0} size="small" offset={[6, 2]}>
            <Icon size={22} strokeWidth={1.8} />
          </Badge>
          <span>{t(id)}</span>
        </Link>
      ))}
      <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Badge count={unread} size="small" offset={[6, 2]}>
          <UserRound size={22} strokeWidth={1.8} />
        </Badge>
        <span>{t("me")}</span>
      </button>
      <BottomSheet open={isOpen} onClose={() => setOpen(false)} title={t("me")}>
        <div className={styles.tools}>
          <Button icon={<Search size={18} />} onClick={search} block>
            {t("search")}
          </Button>
        </div>
        <MenuLink link={{ to: "/notices" }} onClick={() => setOpen(false)} icon={<Bell size={18} />}>
          {t("notices")} {unread > 0 && <Badge count={unread} size="small" />}
        </MenuLink>
        {places.map(({ id, to, icon: Icon }) => (
          <MenuLink key={id} link={{ to }} onClick={() => setOpen(false)} icon={<Icon size={18} />}>
            {t(id)}
          </MenuLink>
        ))}
        <AccountMenu />
      </BottomSheet>
    </nav>
  );
}
