import { Link } from "@tanstack/react-router";
import { UserRound } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { CountMark } from "@/ui/CountMark";
import { inKit } from "@/ui/in_kit";
import { useOnceOpen } from "@/ui/once_open";
import { PLACES } from "./places";
import { useSession } from "./session_state";
import styles from "./TabBar.module.css";

const MeSheet = lazy(inKit(() => import("./MeSheet"), "MeSheet"));

/** The phone's bottom bar: three places and the person. */
export function TabBar({ onSearch }: { onSearch: () => void }) {
  const { t } = useTranslation("shell");
  const me = useSession();
  const [isOpen, setOpen] = useState(false);
  const wasOpen = useOnceOpen(isOpen);
  return (
    <nav className={styles.bar} aria-label={t("navigation")}>
      {PLACES.filter(({ isOnPhone }) => isOnPhone).map(({ id, to, icon: Icon }) => (
        <Link key={id} to={to} className={styles.tab} activeProps={{ className: styles.here ?? "" }}>
          <CountMark count={id === "inbox" ? (me?.counts.todo ?? 0) : 0}>
            <Icon size={22} strokeWidth={1.8} />
          </CountMark>
          <span>{t(id)}</span>
        </Link>
      ))}
      <button type="button" className={styles.tab} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <CountMark count={me?.counts.unread_notices ?? 0}>
          <UserRound size={22} strokeWidth={1.8} />
        </CountMark>
        <span>{t("me")}</span>
      </button>
      {wasOpen && (
        <Suspense>
          <MeSheet isOpen={isOpen} onClose={() => setOpen(false)} onSearch={onSearch} />
        </Suspense>
      )}
    </nav>
  );
}
