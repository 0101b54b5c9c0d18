import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormulaInput } from "@/fields/formula_input/FormulaInput";
import { readCondition } from "@/model/condition";
import type { FormDefinition } from "@/model/form";
import { plain } from "@/model/formula/scope";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { ConditionRows } from "./ConditionRows";

interface ConditionInputProps {
  form: FormDefinition;
  value: string;
  onChange: (condition: string) => void;
}

const YES_OR_NO = plain("bool");

/** When the branch is taken: in rows that are chosen, or as a formula that is written. */
export function ConditionInput({ form, value, onChange }: ConditionInputProps) {
  const { t } = useTranslation("flows");
  const asRows = readCondition(value, form);
  const [wanted, setWanted] = useState<"rows" | "formula">(asRows ? "rows" : "formula");
  const mode = asRows ? wanted : "formula";
  return (
    <>
      <Segmented
        block
        size="small"
        value={mode}
        onChange={setWanted}
        options={[
          { value: "rows" as const, label: t("condition.rows"), disabled: !asRows },
          { value: "formula" as const, label: t("condition.formula") },
        ]}
      />
      {mode === "rows" && asRows ? (
        <ConditionRows form={form} condition={asRows} text={value} onChange={onChange} />
      ) : (
        <PropertyRow label={t("condition.label")} help={t(asRows ? "condition.help" : "condition.onlyFormula")}>
          {(id) => (
            <FormulaInput id={id} label={t("condition.label")} value={value} wanted={YES_OR_NO} onChange={onChange} />
          )}
        </PropertyRow>
      )}
    </>
  );
}
