import { useQuery } from "@tanstack/react-query";
import { Select, Spin } from "antd";
import { FlaskConical, X } from "lucide-react";
import { directoryQuery } from "@/api/directory";
import { BareEdit } from "@/fields/BareEdit";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { Field, FormDefinition } from "@/model/form";
import { useByName } from "@/ui/by_name";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { IconButton } from "@/ui/IconButton";
import { namedOptions } from "@/ui/people";
import { TrialAnswer } from "./TrialAnswer";
import styles from "./TrialPanel.module.css";
import type { Trial } from "./trial";
import { usedFields } from "./used_fields";

interface TrialPanelProps {
  trial: Trial;
  form: FormDefinition;
  flow: FlowDefinition;
  onStep: (node: string) => void;
}

const LEFT_OUT: readonly string[] = ["image", "file", "serial", "formula"];

/** In the inspector's place: sample values on top, who gets what below; the way lights up on the canvas. */
export default function TrialPanel({ trial, form, flow, onStep }: TrialPanelProps) {
  const { t } = useTranslation("flows");
  const byName = useByName();
  const { data } = useQuery(directoryQuery);
  const used = usedFields(flow);
  const typed = form.fields.filter(({ control }) => !LEFT_OUT.includes(control.kind));
  const rows = (fields: readonly Field[]) =>
    fields.map((field) => (
      <PropertyRow key={field.id} label={field.label} isInline={field.control.kind === "switch"}>
        {(id) => (
          <BareEdit
            height={34}
            id={id}
            field={field}
            value={trial.values[field.id] ?? null}
            onChange={(value) => trial.setValue(field.id, value)}
          />
        )}
      </PropertyRow>
    ));
  const asked = typed.filter(({ id }) => used.has(id));
  const others = typed.filter(({ id }) => !used.has(id));
  return (
    <div className={styles.panel}>
      <InspectorFrame
        title={t("trial.title")}
        subtitle={t("trial.text")}
        icon={<FlaskConical size={18} />}
        groups={[
          {
            id: "trial.sample",
            label: t("trial.sample"),
            content: (
              <>
                <PropertyRow label={t("trial.initiator")}>
                  {(id) => (
                    <Select
                      id={id}
                      showSearch={byName}
                      value={trial.initiator ?? null}
                      onChange={(user: string | null) => user && trial.setInitiator(user)}
                      options={namedOptions(
                        data?.users.filter(({ is_active }) => is_active),
                        data,
                      )}
                    />
                  )}
                </PropertyRow>
                {rows(asked)}
              </>
            ),
          },
          {
            id: "trial.answer",
            label: t("trial.answer"),
            content: <TrialAnswer trial={trial} flow={flow} form={form} onStep={onStep} />,
          },
          ...(others.length ? [{ id: "trial.others", label: t("trial.others"), content: <>{rows(others)}</> }] : []),
        ]}
      >
        <div className={styles.close}>
          {trial.isBusy && <Spin size="small" />}
          <IconButton label={t("trial.close")} keys="mod+p" icon={<X size={16} />} onClick={trial.toggle} />
        </div>
      </InspectorFrame>
    </div>
  );
}
