import { Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import type { StepSettingsProps } from "../registry";

/** Which join waits for the branches. */
export function PairSettings({ step, flow, onChange, problems }: StepSettingsProps<"parallel">) {
  const { t } = useTranslation("node");
  const joins = flow.nodes.filter((node) => node.step.kind === "join");
  const problem = problems.find(({ code }) => code === "flow_split_unpaired" || code === "flow_unknown_node");
  return (
    <PropertyRow name="join" label={t("pair.label")} help={t("pair.help")} problem={problem && placeText(problem)}>
      {(id) => (
        <Select
          id={id}
          allowClear
          placeholder={t("pair.none")}
          value={step.join ?? null}
          onChange={(join: string | null | undefined) => onChange({ ...step, join: join ?? null })}
          options={joins.map((join) => ({ value: join.id, label: join.name || join.id }))}
        />
      )}
    </PropertyRow>
  );
}
