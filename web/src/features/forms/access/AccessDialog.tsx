import { Button, Modal, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import { isSeen, withStepAccess } from "@/model/step_access";
import { useLeaveGuard } from "@/ui/leave_guard";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { useDefinition, useDesigning } from "../edits/session";
import styles from "../forms.module.css";
import { AccessTable } from "./AccessTable";
import { NoSteps } from "./NoSteps";
import { RoleAccessView } from "./RoleAccessView";
import { useStepEdit } from "./step_edit";

type By = "step" | "role";

/** Who may do what with which field: step by step, as the flow's draft says, or by the roles people have. */
export default function AccessDialog({ first, onClose }: { first: By; onClose: () => void }) {
  const { t } = useTranslation("forms");
  const { app, form } = useDesigning();
  const definition = useDefinition();
  const [by, setBy] = useState<By>(first);
  const steps = useStepEdit(form);
  const mayLeave = useLeaveGuard(steps.isChanged);
  const close = async () => {
    if (await mayLeave()) onClose();
  };
  const save = async () => {
    if (await steps.save()) onClose();
  };
  const hasSteps = steps.query.data?.definition.nodes.some(({ step }) => isSeen(step)) ?? false;
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
            <Button type="primary" disabled={!steps.isChanged} loading={steps.isSaving} onClick={() => void save()}>
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
      <QueryView query={steps.query} skeleton={<ListSkeleton />}>
        {(draft) => {
          const flow = steps.shown(draft.definition);
          if (by === "role") return <RoleAccessView flow={flow} />;
          if (!hasSteps) return <NoSteps address={{ app, form }} />;
          return (
            <AccessTable
              form={definition}
              flow={flow}
              address={{ app, form }}
              onChange={(nodes, fields, access) => steps.change((now) => withStepAccess(now, nodes, fields, access))}
            />
          );
        }}
      </QueryView>
    </Modal>
  );
}
