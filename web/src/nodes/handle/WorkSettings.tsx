import { Select, Switch } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import type { StepSettingsProps } from "../registry";
import { SignatureRow } from "../settings/SignatureRow";
import { OutcomeList } from "./OutcomeList";

const MODES = ["any", "single", "all", "sequential"] as const;

/** How several people share the work, and the buttons that end it. */
export function WorkSettings({ step, onChange, problems }: StepSettingsProps<"handle">) {
  const { t } = useTranslation("node");
  const isClaim = step.dispatch === "claim";
  const outcomes = step.outcomes ?? [];
  return (
    <>
      <PropertyRow label={t("claim.label")} help={t("claim.help")} isInline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={isClaim}
            onChange={(checked) => onChange({ ...step, dispatch: checked ? "claim" : "direct" })}
          />
        )}
      </PropertyRow>
      {!isClaim && (
        <PropertyRow label={t("mode.label")} help={t("mode.help")}>
          {(id) => (
            <Select
              id={id}
              value={step.mode ?? "any"}
              onChange={(mode) => onChange({ ...step, mode })}
              options={MODES.map((mode) => ({ value: mode, label: t(`mode.handle.${mode}.label`) }))}
            />
          )}
        </PropertyRow>
      )}
      <SignatureRow
        isRequired={step.signature_required ?? false}
        onChange={(signature_required) => onChange({ ...step, signature_required })}
      />
      <OutcomeList
        outcomes={outcomes}
        onChange={(next, group) => onChange({ ...step, outcomes: next }, group)}
        problems={problems}
      />
    </>
  );
}
