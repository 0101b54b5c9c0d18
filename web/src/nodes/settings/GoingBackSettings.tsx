import { Select, Switch } from "antd";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import type { StepSettingsProps } from "../registry";

const RETURNS = ["any", "previous", "start", "off"] as const;
const SWITCHES = ["recall", "transfer"] as const;

/** What people at the step may undo or pass on. */
export function GoingBackSettings({ step, onChange }: StepSettingsProps<"handle" | "approve">) {
  const { t } = useTranslation("node");
  const back = step.going_back ?? {};
  return (
    <>
      <PropertyRow label={t("returns.label")} help={t("returns.help")}>
        {(id) => (
          <Select
            id={id}
            value={back.returns ?? "any"}
            onChange={(returns) => onChange({ ...step, going_back: { ...back, returns } })}
            options={RETURNS.map((rule) => ({ value: rule, label: t(`returns.${rule}`) }))}
          />
        )}
      </PropertyRow>
      {SWITCHES.map((name) => (
        <PropertyRow key={name} label={t(`back.${name}`)} help={t(`back.${name}Help`)} isInline>
          {(id) => (
            <Switch
              id={id}
              size="small"
              checked={back[name] ?? true}
              onChange={(checked) => onChange({ ...step, going_back: { ...back, [name]: checked } })}
            />
          )}
        </PropertyRow>
      ))}
    </>
  );
}
