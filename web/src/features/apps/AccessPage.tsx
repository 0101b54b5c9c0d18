import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { appQuery } from "@/api/apps";
import { rolesQuery } from "@/api/directory";
import { grantsQuery } from "@/api/grants";
import { useTranslation } from "@/i18n/words";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { FormSkeleton } from "@/ui/Skeletons";
import { AccessEditor } from "./AccessEditor";

/** Who may do what in one app, and with which of its records. */
export function AccessPage() {
  const { t } = useTranslation("apps");
  const { app: id } = useParams({ from: "/shell/apps/$app/access" });
  const { data: app } = useQuery(appQuery(id));
  const roles = useQuery(rolesQuery);
  const grants = useQuery(grantsQuery(id));
  const plain = <PageHeader title={t("access.title")} phoneBack={{ to: "/apps/$app", params: { app: id } }} />;
  if (app && roles.data && grants.data) {
    return <AccessEditor key={id} app={app} roles={roles.data} first={grants.data} />;
  }
  const error = roles.error ?? grants.error;
  const retry = () => void Promise.all([roles.refetch(), grants.refetch()]);
  return (
    <Page header={plain} width="narrow">
      {error ? <ErrorState error={error} onRetry={retry} /> : <FormSkeleton />}
    </Page>
  );
}
