import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { appsQuery } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { AppTile } from "@/ui/AppTile";
import { problemText } from "@/ui/problem_text";
import { Bone } from "@/ui/Skeletons";
import styles from "./AppSwitcher.module.css";

/** All apps, one click away from anywhere. */
export function AppSwitcher() {
  const { t } = useTranslation("shell");
  const { data, error } = useQuery(appsQuery);
  return (
    <div className={styles.switcher}>
      {!data && !error && <Bone height={40} />}
      {error && <p className={styles.note}>{problemText(error).title}</p>}
      <div className={styles.apps}>
        {data?.map((app) => (
          <Link key={app.id} to="/apps/$app" params={{ app: app.id }} className={styles.app}>
            <AppTile app={app} size={40} />
            <span>{app.name}</span>
          </Link>
        ))}
      </div>
      <Link to="/apps" className={styles.all}>
        {t("apps")}
      </Link>
    </div>
  );
}
