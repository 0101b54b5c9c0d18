import { Link } from "@tanstack/react-router";
import { Keyboard, Search } from "lucide-react";
import { lazy } from "react";
import { useTranslation } from "@/i18n/words";
import { CountMark } from "@/ui/CountMark";
import { IconButton } from "@/ui/IconButton";
import { inKit } from "@/ui/in_kit";
import { Logo } from "@/ui/Logo";
import { UserAvatar } from "@/ui/UserAvatar";
import { NoticeBell } from "./NoticeBell";
import { Opener } from "./Opener";
import { placesFor } from "./places";
import styles from "./Rail.module.css";
import { useSession } from "./session_state";

const AppSwitcher = lazy(inKit(() => import("./AppSwitcher"), "AppSwitcher"));
const AccountMenu = lazy(inKit(() => import("./AccountMenu"), "AccountMenu"));

export interface RailProps {
  onSearch: () => void;
  onKeys: () => void;
}

/** Where a person can go. It does without the component kit, which comes with what is opened from it. */
export function Rail({ onSearch, onKeys }: RailProps) {
  const { t } = useTranslation("shell");
  const me = useSession();
  if (!me) return null;
  const { user, counts } = me;
  return (
    <nav className={styles.rail} aria-label={t("navigation")}>
      <Opener label={t("apps")} className={styles.logo} placement="rightTop" content={<AppSwitcher />}>
        <Logo size={30} />
      </Opener>
      <div className={styles.places}>
        {placesFor(me.powers).map(({ id, to, icon: Icon }) => (
          <Link key={id} to={to} className={styles.place} activeProps={{ className: styles.here ?? "" }}>
            <CountMark count={id === "inbox" ? counts.todo : 0}>
              <Icon size={20} strokeWidth={1.8} />
            </CountMark>
            <span>{t(id)}</span>
          </Link>
        ))}
      </div>
      <span data-coach="search">
        <IconButton label={t("search")} keys="mod+k" icon={<Search size={18} />} onClick={onSearch} />
      </span>
      <NoticeBell />
      <span data-coach="keys">
        <IconButton label={t("shortcuts")} keys="?" icon={<Keyboard size={18} />} onClick={onKeys} />
      </span>
      <Opener
        label={t("accountOf", { name: user.name })}
        className={styles.account}
        placement="rightBottom"
        content={<AccountMenu />}
      >
        <UserAvatar name={user.name} size={34} />
      </Opener>
    </nav>
  );
}
