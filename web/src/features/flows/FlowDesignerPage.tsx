import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { draftQuery } from "@/api/drafts";
import { useTranslation } from "@/i18n/words";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { PanesSkeleton } from "@/ui/Skeletons";
import { useIsHandheld } from "@/ui/viewport";
import { FlowDesigner } from "./FlowDesigner";

const PhoneDrawing = lazy(() => import("./PhoneDrawing"));

/** Drafts of the flow and of the form it runs on, then the designer over the whole surface. */
export function FlowDesignerPage() {
  const { t } = useTranslation("flows");
  const params = useParams({ from: "/shell/apps/$app/forms/$form/flow" });
  const flow = useQuery(draftQuery("flow", params.form));
  const form = useQuery(draftQuery("form", params.form));
  const isHandheld = useIsHandheld();
  if (flow.data && form.data) {
    // The flow is held against what is published, and before that against what is being designed.
    const fields = form.data.live ?? form.data.definition;
    const Body = isHandheld ? PhoneDrawing : FlowDesigner;
    return (
      <Suspense>
        <Body key={params.form} draft={flow.data} form={fields} />
      </Suspense>
    );
  }
  return (
    <Page width="full" header={<PageHeader title={t("title")} back={{ to: "/apps/$app/forms/$form", params }} />}>
      {flow.isError ? (
        <ErrorState error={flow.error} onRetry={() => void flow.refetch()} />
      ) : (
        <QueryView query={form} skeleton={<PanesSkeleton />}>
          {() => <PanesSkeleton />}
        </QueryView>
      )}
    </Page>
  );
}
