import { Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { leaveOnTab } from "@/ui/leave_on_tab";
import { FILES_PER_FIELD_MAX } from "../attachment/accept";
import type { SettingsProps } from "../registry";
import { IntegerRow } from "../settings/SettingRows";
import { settingProblem } from "../settings/setting_problem";

export default function FileSettings({ control, problems, onChange }: SettingsProps<"file">) {
  const { t } = useTranslation("setting");
  const bad = problems.find(({ place }) => place.includes(".extensions."));
  return (
    <>
      <PropertyRow
        name="extensions"
        label={t("label.extensions")}
        help={t("help.extensions")}
        problem={bad && settingProblem([bad], bad.place.split(".").at(-1) ?? "")}
        onReset={control.extensions.length > 0 ? () => onChange({ ...control, extensions: [] }) : undefined}
      >
        {(id) => (
          <Select
            id={id}
            mode="tags"
            onInputKeyDown={leaveOnTab}
            open={false}
            suffixIcon={null}
            tokenSeparators={[",", "，", " ", "、"]}
            value={control.extensions}
            onChange={(extensions: string[]) => onChange({ ...control, extensions: extensions.map(plainExtension) })}
          />
        )}
      </PropertyRow>
      <IntegerRow
        name="max_files"
        value={control.max_files}
        standard={9}
        min={1}
        max={FILES_PER_FIELD_MAX}
        problems={problems}
        onChange={(max_files) => onChange({ ...control, max_files }, "max_files")}
      />
    </>
  );
}

/** `.PDF` is `pdf`. */
function plainExtension(text: string): string {
  return text
    .trim()
    .replace(/^\*?\./, "")
    .toLowerCase();
}
