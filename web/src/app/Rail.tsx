import { Link } from "@tanstack/react-router";
import { Badge, Popover } from "antd";
import { Keyboard, Search } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "@/ui/IconButton";
import { inKit } from "@/ui/in_kit";
import { Logo } from "@/ui/Logo";
import { Bone } from "@/ui/Skeletons";
import { UserAvatar } from "@/ui/UserAvatar";
import { AccountMenu } from "./AccountMenu";
import { NoticeBell } from "./NoticeBell";
import { placesFor } from "./places";
import styles from "./Rail.module.css";
import { useSession } from "./session_state";

const AppSwitcher = lazy(inKit(() => import("./AppSwitcher"), "AppSwitcher"));

export interface RailProps {
  onSearch: () => void;
  onKeys: () => void;
}

export function Rail({ onSearch, onKeys }: RailProps) {
  const { t } = useTranslation("shell");
  const me = useSession();
  if (!me) return null;
  const { user, counts } = me;
  const apps = (
    <Suspense fallback={<Bone width="300px" height={120} />}>
      <AppSwitcher />
    </Suspense>
  );
  return (
    <nav className={styles.rail} aria-label={t("navigation")}>
      <Popover trigger="click" placement="rightTop" content={apps} arrow={false}>
        <button type="button" className={styles.logo} aria-label={t("apps")}>
          <Logo size={30} />
        </button>
      </Popover>
      <div className={styles.places}>
        {placesFor(me.powers).map(({ id, to, icon: Icon }) => (
          <Link key={id} to={to} className={styles.place} activeProps={{ className: styles.here ?? "" }}>
            <Badge count={id === "inbox" ? counts.todo : 0} size="small" offset={[5, 2]}>
              <Icon size={20} strokeWidth={1.8} />
            </Badge>
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
      <Popover trigger="click" placement="rightBottom" content={<AccountMenu />} arrow={false}>
        <button type="button" className={styles.account} aria-label={t("accountOf", { name: user.name })}>
          <UserAvatar id={user.id} name={user.name} size={34} />
        </button>
      </Popover>
    </nav>
  );
}
