import { useQuery } from "@tanstack/react-query";
import { Button, Modal, Segmented } from "antd";
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
import { flowDraftQuery } from "../edits/draft_steps";
import { useDefinition, useDesigning } from "../edits/session";
import styles from "../forms.module.css";
import { AccessTable } from "./AccessTable";
import { NoSteps } from "./NoSteps";
import { RoleAccessView } from "./RoleAccessView";

type By = "step" | "role";

/** Who may do what with which field: step by step, as the flow's draft says, or by the roles people have. */
export default function AccessDialog({ first, onClose }: { first: By; onClose: () => void }) {
  const { t } = useTranslation("forms");
  const { app, form } = useDesigning();
  const definition = useDefinition();
  const query = useQuery(flowDraftQuery(form));
  const [by, setBy] = useState<By>(first);
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
        hasSteps &&
        by === "step" && (
          <div className={styles.accessFoot}>
            <p>{t("access.note")}</p>
            <Button type="primary" disabled={!changed} loading={isSaving} onClick={() => data && void save(data)}>
              {t("access.save")}
            </Button>
          </div>
        )
      }
    >
      <Segmented<By>
        className={styles.accessBy ?? ""}
        aria-label={t("access.by")}
        value={by}
        onChange={setBy}
        options={[
          { value: "step", label: t("access.byStep") },
          { value: "role", label: t("access.byRole") },
        ]}
      />
      <QueryView query={query} skeleton={<ListSkeleton />}>
        {(draft) => {
          const flow = changed ?? draft.definition;
          if (by === "role") return <RoleAccessView flow={flow} />;
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
