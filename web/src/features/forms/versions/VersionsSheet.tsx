import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type FormHead, versionQuery, versionsQuery } from "@/api/drafts";
import { queryClient } from "@/api/query_client";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { toastStep } from "@/ui/designer/step_toast";
import { VersionSheet } from "@/ui/designer/VersionSheet";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import { useDefinition, useDesigning } from "../edits/session";
import { PreviewDialog } from "../preview/PreviewDialog";
import { ChangeList } from "./ChangeList";
import { restoreChanges } from "./restore";

interface VersionsSheetProps {
  form: FormHead;
  isOpen: boolean;
  onClose: () => void;
}

/** What was published of a form; each version can be taken as the new draft. */
export function VersionsSheet({ form, isOpen, onClose }: VersionsSheetProps) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const query = useQuery({ ...versionsQuery("form", form.id), enabled: isOpen });
  const [shown, setShown] = useState<FormDefinition | null>(null);
  const load = (version: number) => queryClient.fetchQuery(versionQuery("form", form.id, version));
  const show = (version: number) => load(version).then(({ definition }) => setShown(definition), toast.problem);
  const restore = async (version: number) => {
    try {
      const { definition } = await load(version);
      const changes = restoreChanges(store.getState().history.doc, definition);
      store.getState().dispatch({ changes, name: { key: "restore", params: { version } }, selection: [] });
      toastStep(store, t("versions.restored", { version }));
      onClose();
    } catch (error) {
      toast.problem(error);
    }
  };
  return (
    <>
      <VersionSheet
        query={query}
        words={{
          none: t("versions.none"),
          noneText: t("versions.noneText"),
          compare: t("versions.compare"),
          restore: t("versions.restore"),
        }}
        isOpen={isOpen}
        onClose={onClose}
        onShow={(version) => void show(version)}
        onRestore={(version) => void restore(version)}
        difference={(version) => <Compared form={form.id} version={version} />}
      />
      {shown && <PreviewDialog name={form.name} definition={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function Compared({ form, version }: { form: string; version: number }) {
  const { t } = useTranslation("forms");
  const draft = useDefinition();
  const query = useQuery(versionQuery("form", form, version));
  return (
    <QueryView query={query} skeleton={<ListSkeleton count={1} />}>
      {({ definition }) => <ChangeList before={definition} after={draft} same={t("change.none")} />}
    </QueryView>
  );
}
