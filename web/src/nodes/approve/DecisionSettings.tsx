import { Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import type { StepSettingsProps } from "../registry";
import { SignatureRow } from "../settings/SignatureRow";

const MODES = ["any", "all", "sequential"] as const;
const ON_REJECT = ["end_instance", "return_to_start", "return_to_previous", "end_branch"] as const;
const COMMENTS = ["on_reject", "always", "never"] as const;

/** How votes are counted, what a rejection does, and when a reason is asked for. */
export function DecisionSettings({ step, onChange, problems }: StepSettingsProps<"approve">) {
  const { t } = useTranslation("node");
  const outside = problems.find(({ code }) => code === "flow_end_branch_outside");
  return (
    <>
      <PropertyRow name="mode" label={t("mode.label")} help={t("mode.help")}>
        {(id) => (
          <Select
            id={id}
            value={step.mode ?? "any"}
            onChange={(mode) => onChange({ ...step, mode })}
            options={MODES.map((mode) => ({ value: mode, label: t(`mode.approve.${mode}.label`) }))}
          />
        )}
      </PropertyRow>
      <PropertyRow
        name="on_reject"
        label={t("onReject.label")}
        help={t("onReject.help")}
        problem={outside && placeText(outside)}
      >
        {(id) => (
          <Select
            id={id}
            value={step.on_reject ?? "end_instance"}
            onChange={(on_reject) => onChange({ ...step, on_reject })}
            options={ON_REJECT.map((rule) => ({ value: rule, label: t(`onReject.${rule}`) }))}
          />
        )}
      </PropertyRow>
      <PropertyRow name="comment_required" label={t("comment.label")} help={t("comment.help")}>
        {(id) => (
          <Select
            id={id}
            value={step.comment_required ?? "on_reject"}
            onChange={(comment_required) => onChange({ ...step, comment_required })}
            options={COMMENTS.map((rule) => ({ value: rule, label: t(`comment.${rule}`) }))}
          />
        )}
      </PropertyRow>
      <SignatureRow
        isRequired={step.signature_required ?? false}
        onChange={(signature_required) => onChange({ ...step, signature_required })}
      />
    </>
  );
}
