import { useId } from "react";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { Field } from "@/model/form";
import type { FieldType } from "@/model/formula/scope";
import type { Value } from "@/model/value";
import { useValueWords, valueText } from "@/ui/value_text";
import { BareEdit } from "../BareEdit";
import { operandField } from "../condition/operand_field";
import styles from "./formula_input.module.css";
import { type Trial, useTrial } from "./trial";

interface FormulaTrialProps {
  formula: string;
  wanted: FieldType | null;
  /** With the values to be changed. */
  isOpen: boolean;
}

/** So many values are named beside the result. */
const NAMED_MAX = 3;

/** What the formula gives for sample values, or for one's own: the fields it reads, and the result beneath them. */
export default function FormulaTrial({ formula, wanted, isOpen }: FormulaTrialProps) {
  const { t } = useTranslation("formula");
  const trial = useTrial(formula, wanted);
  const words = useGivenWords();
  if (!trial) return null;
  const { read, result } = trial;
  const isAsked = isOpen && read.length > 0;
  const given = words(trial);
  const sentence = given ? t("sample", { given, value: result }) : t("now", { value: result });
  return (
    <div className={isAsked ? styles.trial : undefined}>
      {isAsked &&
        read.map(({ field, value }) => <Asked key={field.id} field={field} value={value} give={trial.give} />)}
      <output className={isAsked ? styles.result : styles.sample} aria-live="polite">
        {isAsked ? t("result", { value: result }) : sentence}
      </output>
    </div>
  );
}

/** "数量 10、单价 100". */
function useGivenWords() {
  const values = useValueWords();
  return ({ read }: Trial): string => {
    const said = read.slice(0, NAMED_MAX).map(({ field, value }) => {
      const text = valueText(value, operandField(field).control, values);
      return `${field.label || field.id} ${text || "—"}`;
    });
    return listed([...said, ...(read.length > NAMED_MAX ? ["…"] : [])]);
  };
}

interface AskedProps {
  field: Field;
  value: Value;
  give: (field: Field, value: Value) => void;
}

function Asked({ field, value, give }: AskedProps) {
  const id = useId();
  return (
    <div className={styles.asked}>
      <span id={`${id}-label`}>{field.label || field.id}</span>
      <BareEdit field={operandField(field)} id={id} value={value} onChange={(next) => give(field, next)} height={28} />
    </div>
  );
}
