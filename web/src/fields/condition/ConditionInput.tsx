import { Button, Segmented } from "antd";
import { Plus, SquareFunction } from "lucide-react";
import { useContext, useMemo, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { type Condition, comparisonsOf, type Row, readCondition, writeCondition } from "@/model/condition";
import { plain } from "@/model/formula/scope";
import { FormulaInput } from "../formula_input/FormulaInput";
import { FormulaScope } from "../formula_input/FormulaScope";
import { ConditionRow } from "./ConditionRow";
import styles from "./condition.module.css";

interface ConditionInputProps {
  id?: string;
  label: string;
  /** A formula giving yes or no; empty: no condition. */
  value: string;
  placeholder?: string;
  /** The field that is shown or required: asking for itself makes no sense. */
  without?: string;
  onChange: (condition: string) => void;
}

const TRUTH = plain("bool");

/** Chosen in rows of field, comparison and value; whoever needs more writes the formula. The form comes from FormulaScope. */
export function ConditionInput({ label, value, without, onChange, ...formula }: ConditionInputProps) {
  const { t } = useTranslation("condition");
  const form = useContext(FormulaScope);
  const read = useMemo(() => readCondition(value, form), [value, form]);
  const [isFormula, setFormula] = useState(read === null);
  // Rows that are not whole yet exist only here.
  const [built, setBuilt] = useState<Condition | null>(null);
  const fields = form.fields.filter(({ id }) => id !== without);
  const first = fields[0];

  // Changed elsewhere, by undo: what is written decides.
  const shown = built && writeCondition(built, form) === value.trim() ? built : read;
  if (isFormula || !shown || !first) {
    return (
      <div className={styles.condition}>
        <FormulaInput {...formula} label={label} wanted={TRUTH} value={value} onChange={onChange} />
        {read && first && (
          <Button size="small" type="text" onClick={() => setFormula(false)}>
            {t("build")}
          </Button>
        )}
      </div>
    );
  }
  const fresh: Row = { field: first.id, comparison: comparisonsOf(first.control)[0] ?? "is", values: [] };
  const rows = shown.rows.length > 0 ? shown.rows : [fresh];
  const put = (next: Partial<Condition>) => {
    const whole = { joint: shown.joint, rows, ...next };
    setBuilt(whole);
    onChange(writeCondition(whole, form));
  };
  return (
    <div className={styles.condition}>
      {rows.length > 1 && (
        <Segmented
          size="small"
          value={shown.joint}
          options={(["all", "any"] as const).map((joint) => ({ value: joint, label: t(`joint.${joint}`) }))}
          onChange={(joint) => put({ joint })}
        />
      )}
      {rows.map((row, at) => (
        <ConditionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          key={at}
          row={row}
          fields={fields}
          onChange={(next) => put({ rows: rows.map((one, other) => (other === at ? next : one)) })}
          onRemove={() => put({ rows: rows.filter((_, other) => other !== at) })}
        />
      ))}
      <div className={styles.buttons}>
        <Button size="small" type="text" icon={<Plus size={14} />} onClick={() => put({ rows: [...rows, fresh] })}>
          {t("add")}
        </Button>
        <Button size="small" type="text" icon={<SquareFunction size={14} />} onClick={() => setFormula(true)}>
          {t("formula")}
        </Button>
      </div>
    </div>
  );
}
