import { Button } from "antd";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { isNotSaid } from "@/fields/formula_input/formula_problem";
import { useTranslation } from "@/i18n/words";
import type { Problem } from "@/model/problem";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";

export type RuleName = "visible_if" | "required_if" | "default" | "title";

/** What an input of a rule gets. */
export interface RuleInput {
  label: string;
  value: string;
  placeholder: string;
  onChange: (text: string) => void;
}

interface RuleRowProps {
  name: RuleName;
  value: string | undefined;
  problems: readonly Problem[];
  /** `null`: no rule. */
  onChange: (rule: string | null) => void;
  children: (input: RuleInput) => ReactNode;
}

/** A rule that most fields do without: a button until it is wanted. */
export function RuleRow({ name, value, problems, onChange, children }: RuleRowProps) {
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
      help={t(`rule.${name}.help`)}
      problem={problem && placeText(problem)}
      onReset={isOpen ? drop : undefined}
    >
      {() =>
        isOpen ? (
          children({
            label: t(`rule.${name}.label`),
            value: value ?? "",
            placeholder: t(`rule.${name}.placeholder`),
            onChange: (text) => onChange(text.trim() ? text : null),
          })
        ) : (
          <Button block size="small" icon={<Plus size={14} />} onClick={() => setAsked(true)}>
            {t(`rule.${name}.add`)}
          </Button>
        )
      }
    </PropertyRow>
  );
}
