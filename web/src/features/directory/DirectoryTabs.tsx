import { Link, type LinkProps } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/words";
import { usePower } from "@/ui/powers";
import styles from "./directory.module.css";

const TABS: readonly { id: "people" | "teams" | "roles"; link: LinkProps; isForAdministrators: boolean }[] = [
  { id: "people", link: { to: "/directory", activeOptions: { exact: true } }, isForAdministrators: false },
  { id: "teams", link: { to: "/directory/teams" }, isForAdministrators: false },
  { id: "roles", link: { to: "/directory/roles" }, isForAdministrators: true },
];

export function DirectoryTabs() {
  const { t } = useTranslation("directory");
  const isAdministrator = usePower("administer");
  return (
    <nav className={styles.tabs} aria-label={t("title")}>
      {TABS.filter(({ isForAdministrators }) => isAdministrator || !isForAdministrators).map(({ id, link }) => (
        <Link key={id} {...link} className={styles.tab} activeProps={{ className: styles.tabHere ?? "" }}>
          {t(`tabs.${id}`)}
        </Link>
      ))}
    </nav>
  );
}
