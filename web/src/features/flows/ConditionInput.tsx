import { useTranslation } from "react-i18next";
import type { FormDefinition } from "@/model/form";
import { FormulaInput } from "@/nodes/settings/FormulaInput";
import { PropertyRow } from "@/ui/designer/PropertyRow";

interface ConditionInputProps {
  form: FormDefinition;
  value: string;
  onChange: (condition: string) => void;
}

/** When the branch is taken. */
export function ConditionInput({ value, onChange }: ConditionInputProps) {
  const { t } = useTranslation("flows");
  return (
    <PropertyRow label={t("condition.label")} help={t("condition.help")}>
      {() => <FormulaInput label={t("condition.label")} value={value} onChange={onChange} />}
    </PropertyRow>
  );
}
