import { useQuery } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useState } from "react";
import { type Draft, saveDraft } from "@/api/drafts";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import { isSeen, withStepAccess } from "@/model/step_access";
import { useLeaveGuard } from "@/ui/leave_guard";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import { AccessTable } from "./AccessTable";
import { flowDraftQuery } from "./draft_steps";
import styles from "./forms.module.css";
import { NoSteps } from "./NoSteps";
import { useDefinition, useDesigning } from "./session";

/** Who may do what with which field, step by step: what the flow's draft says, all at once. */
export function AccessDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("forms");
  const { app, form } = useDesigning();
  const definition = useDefinition();
  const query = useQuery(flowDraftQuery(form));
  const [changed, setChanged] = useState<FlowDefinition | null>(null);
  const [isSaving, setSaving] = useState(false);
  const mayLeave = useLeaveGuard(changed !== null);
  const close = async () => {
    if (await mayLeave()) onClose();
  };
  const save = async (draft: Draft<FlowDefinition>) => {
    if (!changed) return;
    setSaving(true);
    try {
      await saveDraft("flow", form, changed, draft.rev);
      await queryClient.invalidateQueries({ queryKey: ["forms", "one", form] });
      toast.success(t("access.saved"));
      onClose();
    } catch (error) {
      if (error instanceof ApiProblem && error.isConflict) toast.info(t("access.conflict"));
      else toast.problem(error);
      setSaving(false);
    }
  };
  const { data } = query;
  const hasSteps = data?.definition.nodes.some(({ step }) => isSeen(step)) ?? false;
  return (
    <Modal
      open
      width={1120}
      centered
      title={t("access.title")}
      onCancel={() => void close()}
      footer={
        hasSteps && (
          <div className={styles.accessFoot}>
            <p>{t("access.note")}</p>
            <Button type="primary" disabled={!changed} loading={isSaving} onClick={() => data && void save(data)}>
              {t("access.save")}
            </Button>
          </div>
        )
      }
    >
      <QueryView query={query} skeleton={<ListSkeleton />}>
        {(draft) => {
          const flow = changed ?? draft.definition;
          if (!hasSteps) return <NoSteps address={{ app, form }} />;
          return (
            <AccessTable
              form={definition}
              flow={flow}
              address={{ app, form }}
              onChange={(nodes, fields, access) => setChanged(withStepAccess(flow, nodes, fields, access))}
            />
          );
        }}
      </QueryView>
    </Modal>
  );
}
