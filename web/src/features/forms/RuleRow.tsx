import { Button } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConditionInput } from "@/fields/condition/ConditionInput";
import { FormulaInput } from "@/fields/formula_input/FormulaInput";
import { isNotSaid } from "@/fields/formula_input/formula_problem";
import type { FieldType } from "@/model/formula/scope";
import type { Problem } from "@/model/problem";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";

export type RuleName = "visible_if" | "required_if" | "default" | "title";

interface RuleRowProps {
  name: RuleName;
  /** The field the rule belongs to: a condition on itself makes no sense. */
  owner?: string;
  /** What the rule must give. */
  wanted: FieldType;
  value: string | undefined;
  problems: readonly Problem[];
  /** `null`: no rule. */
  onChange: (rule: string | null) => void;
}

/** A formula that most fields do without: a button until it is wanted. */
export function RuleRow({ name, owner, wanted, value, problems, onChange }: RuleRowProps) {
  const { t } = useTranslation("forms");
  // Once open it stays open: a condition half rebuilt is no rule for a moment.
  const [isAsked, setAsked] = useState(value !== undefined);
  const problem = problems.filter(isNotSaid).find(({ place }) => place === name || place.endsWith(`.${name}`));
  const isOpen = isAsked || value !== undefined;
  const drop = () => {
    setAsked(false);
    onChange(null);
  };
  return (
    <PropertyRow
      name={name}
      label={t(`rule.${name}.label`)}
      help={isOpen ? t(`rule.${name}.help`) : ""}
      problem={problem && placeText(problem)}
      onReset={isOpen ? drop : undefined}
    >
      {() => {
        if (!isOpen) {
          return (
            <Button block size="small" icon={<Plus size={14} />} onClick={() => setAsked(true)}>
              {t(`rule.${name}.add`)}
            </Button>
          );
        }
        const shared = {
          label: t(`rule.${name}.label`),
          value: value ?? "",
          placeholder: t(`rule.${name}.placeholder`),
          onChange: (text: string) => onChange(text.trim() ? text : null),
        };
        return wanted.kind === "bool" && name !== "default" ? (
          <ConditionInput {...shared} {...(owner && { without: owner })} />
        ) : (
          <FormulaInput {...shared} wanted={wanted} />
        );
      }}
    </PropertyRow>
  );
}
