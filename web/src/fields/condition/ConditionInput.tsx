import { Button, Segmented } from "antd";
import { Plus, SquareFunction } from "lucide-react";
import { useContext, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { scopeOf } from "@/model/fill/scope";
import { type Clause, type Clauses, readClauses, testsOf, writeClauses } from "@/model/formula/clause";
import { plain } from "@/model/formula/scope";
import { FormulaInput } from "../formula_input/FormulaInput";
import { FormulaScope } from "../formula_input/FormulaScope";
import { ClauseRow } from "./ClauseRow";
import styles from "./condition.module.css";

interface ConditionInputProps {
  label: string;
  /** A formula giving yes or no; empty: no condition. */
  value: string;
  placeholder?: string;
  /** Fields that cannot be asked for: the one that is shown or hidden. */
  without?: string;
  onChange: (condition: string) => void;
}

const TRUTH = plain("bool");

/** Built from fields, tests and values; whoever needs more writes the formula. The form comes from FormulaScope. */
export function ConditionInput({ label, value, placeholder, without, onChange }: ConditionInputProps) {
  const { t } = useTranslation("condition");
  const form = useContext(FormulaScope);
  const scope = useMemo(() => scopeOf(form), [form]);
  const read = useMemo(() => readClauses(value, scope), [value, scope]);
  const [isFormula, setFormula] = useState(read === null);
  // What is not finished yet exists only here.
  const [built, setBuilt] = useState<Clauses | null>(null);
  const fields = form.fields.filter(({ id }) => id !== without);
  const first = fields[0];

  const shown = built && writeClauses(built, scope) === value ? built : read;
  if (isFormula || !shown || !first) {
    return (
      <div className={styles.condition}>
        <FormulaInput
          label={label}
          wanted={TRUTH}
          value={value}
          {...(placeholder && { placeholder })}
          onChange={onChange}
        />
        {read && first && (
          <Button size="small" type="text" onClick={() => setFormula(false)}>
            {t("build")}
          </Button>
        )}
      </div>
    );
  }
  const fresh: Clause = { field: first.id, test: testsOf(scope.get(first.id) ?? TRUTH)[0] ?? "filled", operand: null };
  const clauses = shown.clauses.length > 0 ? shown.clauses : [fresh];
  const put = (next: Partial<Clauses>) => {
    const whole = { join: shown.join, clauses, ...next };
    setBuilt(whole);
    onChange(writeClauses(whole, scope));
  };
  return (
    <div className={styles.condition}>
      {clauses.length > 1 && (
        <Segmented
          size="small"
          value={shown.join}
          options={(["and", "or"] as const).map((join) => ({ value: join, label: t(`join.${join}`) }))}
          onChange={(join) => put({ join })}
        />
      )}
      {clauses.map((clause, at) => (
        <ClauseRow
          // biome-ignore lint/suspicious/noArrayIndexKey: clauses have no identity but their place
          key={at}
          clause={clause}
          fields={fields}
          scope={scope}
          onChange={(next) => put({ clauses: clauses.map((one, other) => (other === at ? next : one)) })}
          onRemove={() => put({ clauses: clauses.filter((_, other) => other !== at) })}
        />
      ))}
      <div className={styles.buttons}>
        <Button
          size="small"
          type="text"
          icon={<Plus size={14} />}
          onClick={() => put({ clauses: [...clauses, fresh] })}
        >
          {t("add")}
        </Button>
        <Button size="small" type="text" icon={<SquareFunction size={14} />} onClick={() => setFormula(true)}>
          {t("formula")}
        </Button>
      </div>
    </div>
  );
}
