import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { appsQuery } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { QueryView } from "@/ui/QueryView";
import { SideLayout } from "@/ui/SideLayout";
import { ListSkeleton } from "@/ui/Skeletons";
import { AppMenu } from "./AppMenu";

/** An app's contents beside its pages. On a phone the app's home is the menu. */
export function AppLayout() {
  const { t } = useTranslation("apps");
  const params = useParams({ from: "/shell/apps/$app" });
  const query = useQuery(appsQuery);
  return (
    <QueryView query={query} skeleton={<ListSkeleton />}>
      {(apps) => {
        const app = apps.find(({ id }) => id === params.app);
        if (!app) return <EmptyState art="locked" title={t("missing")} text={t("missingText")} />;
        return (
          <SideLayout label={t("menu")} menu={<AppMenu app={app} />} onPhone="content">
            <Outlet />
          </SideLayout>
        );
      }}
    </QueryView>
  );
}
