import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { PackagePlus, Plus } from "lucide-react";
import { useState } from "react";
import { appsQuery } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { AppTile } from "@/ui/AppTile";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { usePower } from "@/ui/powers";
import { QueryView } from "@/ui/QueryView";
import { CardsSkeleton } from "@/ui/Skeletons";
import { useIsPhone } from "@/ui/viewport";
import { AppSheet } from "./AppSheet";
import styles from "./AppsPage.module.css";
import { useInstall } from "./install_app";

export function AppsPage() {
  const { t } = useTranslation("apps");
  const query = useQuery(appsQuery);
  const isPhone = useIsPhone();
  const canDesign = usePower("design");
  const [isNew, setNew] = useState(false);
  const { install, isInstalling } = useInstall();
  const actions = canDesign && (
    <>
      <Button
        icon={<PackagePlus size={16} />}
        aria-label={t("install.action")}
        loading={isInstalling}
        onClick={() => void install()}
      >
        {!isPhone && t("install.action")}
      </Button>
      <Button type="primary" icon={<Plus size={16} />} aria-label={t("add")} onClick={() => setNew(true)}>
        {!isPhone && t("add")}
      </Button>
    </>
  );
  return (
    <Page header={<PageHeader title={t("title")} actions={actions} />}>
      <QueryView
        query={query}
        skeleton={<CardsSkeleton />}
        isEmpty={(apps) => apps.length === 0}
        empty={
          <EmptyState
            art="tiles"
            title={t("empty")}
            text={t(canDesign ? "emptyText" : "emptyMember")}
            action={actions}
          />
        }
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
                    <span>
                      {t("formCount", { count: app.forms.length })} · {t("boardCount", { count: app.boards.length })}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {isNew && <AppSheet app={null} onClose={() => setNew(false)} />}
    </Page>
  );
}
