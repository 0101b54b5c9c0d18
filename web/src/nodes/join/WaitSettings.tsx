import { InputNumber, Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import type { StepSettingsProps } from "../registry";

const NEEDS = ["all", "any", "count"] as const;
const REJECTS = ["fail_fast", "collect", "ignore"] as const;
const RESTS = ["cancel", "let_run"] as const;

/** How many branches have to arrive, and what becomes of the others. */
export function WaitSettings({ step, onChange, problems }: StepSettingsProps<"join">) {
  const { t } = useTranslation("node");
  const need = step.need ?? "all";
  const problem = problems.find(({ place, code }) => place === "need" || code === "flow_need_too_many");
  return (
    <>
      <PropertyRow name="need" label={t("need.label")} help={t("need.help")} problem={problem && placeText(problem)}>
        {(id) => (
          <Select
            id={id}
            value={typeof need === "object" ? "count" : need}
            onChange={(next: (typeof NEEDS)[number]) =>
              onChange({ ...step, need: next === "count" ? { count: 2 } : next })
            }
            options={NEEDS.map((rule) => ({ value: rule, label: t(`need.${rule}`) }))}
          />
        )}
      </PropertyRow>
      {typeof need === "object" && (
        <PropertyRow label={t("need.howMany")} help={t("need.howManyHelp")}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={100}
              value={need.count}
              onChange={(count) => onChange({ ...step, need: { count: count ?? 1 } }, "need")}
            />
          )}
        </PropertyRow>
      )}
      <PropertyRow label={t("branchReject.label")} help={t("branchReject.help")}>
        {(id) => (
          <Select
            id={id}
            value={step.on_branch_reject ?? "fail_fast"}
            onChange={(on_branch_reject) => onChange({ ...step, on_branch_reject })}
            options={REJECTS.map((rule) => ({ value: rule, label: t(`branchReject.${rule}`) }))}
          />
        )}
      </PropertyRow>
      <PropertyRow label={t("rest.label")} help={t("rest.help")}>
        {(id) => (
          <Select
            id={id}
            value={step.rest ?? "cancel"}
            onChange={(rest) => onChange({ ...step, rest })}
            options={RESTS.map((rule) => ({ value: rule, label: t(`rest.${rule}`) }))}
          />
        )}
      </PropertyRow>
    </>
  );
}
