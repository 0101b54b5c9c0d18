import { Switch } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import type { StepSettingsProps } from "../registry";
import { ChannelSelect } from "../settings/ChannelSelect";
import { SourceList } from "../settings/SourceList";

export function RecipientSettings({ step, form, onChange, problems }: StepSettingsProps<"cc">) {
  const { t } = useTranslation("node");
  const problem = problems.find(({ place }) => place.startsWith("recipients"));
  return (
    <>
      <PropertyRow
        name="recipients"
        label={t("recipients.label")}
        help={t("recipients.help")}
        problem={problem && placeText(problem)}
      >
        {(id) => (
          <SourceList
            id={id}
            form={form}
            sources={step.recipients ?? []}
            onChange={(recipients) => onChange({ ...step, recipients })}
          />
        )}
      </PropertyRow>
      <ChannelSelect channel={step.channel} onChange={(channel) => onChange({ ...step, channel })} />
      <PropertyRow label={t("recipients.repeat")} help={t("recipients.repeatHelp")} isInline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={step.repeat ?? false}
            onChange={(repeat) => onChange({ ...step, repeat })}
          />
        )}
      </PropertyRow>
    </>
  );
}
