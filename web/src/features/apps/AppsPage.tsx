import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { appsQuery } from "@/api/apps";
import { AppTile } from "@/ui/AppTile";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { CardsSkeleton } from "@/ui/Skeletons";
import styles from "./AppsPage.module.css";

export function AppsPage() {
  const { t } = useTranslation("apps");
  const query = useQuery(appsQuery);
  return (
    <Page header={<PageHeader title={t("title")} />}>
      <QueryView
        query={query}
        skeleton={<CardsSkeleton />}
        isEmpty={(apps) => apps.length === 0}
        empty={<EmptyState art="tiles" title={t("empty")} text={t("emptyText")} />}
      >
        {(apps) => (
          <ul className={styles.apps}>
            {apps.map((app) => (
              <li key={app.id}>
                <Link to="/apps/$app" params={{ app: app.id }} className={styles.app}>
                  <AppTile app={app} size={44} />
                  <span className={styles.words}>
                    <strong>{app.name}</strong>
                    <span>{app.description}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Page>
  );
}
