import { Select } from "antd";
import dayjs from "dayjs";
import { X } from "lucide-react";
import { Suspense, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Field } from "@/model/form";
import { type Clause, needsOperand, type Test, testsOf } from "@/model/formula/clause";
import { plain, type Scope } from "@/model/formula/scope";
import type { Value } from "@/model/value";
import { IconButton } from "@/ui/IconButton";
import { Bone } from "@/ui/Skeletons";
import { kindOf } from "../table";
import styles from "./condition.module.css";
import { operandField } from "./operand_field";

interface ClauseRowProps {
  clause: Clause;
  fields: readonly Field[];
  scope: Scope;
  onChange: (clause: Clause) => void;
  onRemove: () => void;
}

const MINUTE = "YYYY-MM-DD HH:mm";

/** Field, test and value of one clause. */
export function ClauseRow({ clause, fields, scope, onChange, onRemove }: ClauseRowProps) {
  const { t } = useTranslation("condition");
  const type = scope.get(clause.field) ?? plain("text");
  const isPeriod = type.kind === "date" || type.kind === "date_time";
  const words = (test: Test) =>
    isPeriod && test in PERIOD ? t(`period.${PERIOD[test] ?? "before"}`) : t(`test.${NAMES[test]}`);
  const field = fields.find(({ id }) => id === clause.field);
  const choose = (id: string) => {
    const tests = testsOf(scope.get(id) ?? plain("text"));
    const test = tests.includes(clause.test) ? clause.test : (tests[0] ?? "filled");
    onChange({ field: id, test, operand: null });
  };
  return (
    <div className={styles.clause}>
      <Select
        className={styles.field}
        size="small"
        aria-label={t("field")}
        value={clause.field}
        options={fields.map(({ id, label }) => ({ value: id, label: label || id }))}
        showSearch={{ optionFilterProp: "label" }}
        onChange={choose}
      />
      <Select<Test>
        className={styles.test}
        size="small"
        aria-label={t("how")}
        value={clause.test}
        options={testsOf(type).map((test) => ({ value: test, label: words(test) }))}
        onChange={(test) => onChange({ ...clause, test })}
      />
      {needsOperand(clause.test) && field && (
        <Operand field={field} operand={clause.operand} onChange={(operand) => onChange({ ...clause, operand })} />
      )}
      <IconButton label={t("remove")} icon={<X size={14} />} onClick={onRemove} />
    </div>
  );
}

const NAMES = {
  "=": "is",
  "<>": "isNot",
  "<": "below",
  "<=": "atMost",
  ">": "above",
  ">=": "atLeast",
  contains: "contains",
  lacks: "lacks",
  yes: "yes",
  no: "no",
  blank: "blank",
  filled: "filled",
} as const satisfies Record<Test, string>;

const PERIOD: Partial<Record<Test, "before" | "until" | "after" | "from">> = {
  "<": "before",
  "<=": "until",
  ">": "after",
  ">=": "from",
};

interface OperandProps {
  field: Field;
  operand: string | null;
  onChange: (operand: string | null) => void;
}

/** One value of the field's kind, as formulas write it. */
function Operand({ field, operand, onChange }: OperandProps) {
  const id = useId();
  const asked = operandField(field);
  const { Edit } = kindOf(asked);
  const isInstant = asked.control.kind === "datetime";
  const value: Value = isInstant && operand ? dayjs(operand).valueOf() : operand;
  const write = (next: Value) => {
    if (next === null) onChange(null);
    else onChange(isInstant ? dayjs(Number(next)).format(MINUTE) : String(next));
  };
  return (
    <div className={styles.operand}>
      <Suspense fallback={<Bone height={28} />}>
        <Edit
          field={asked}
          id={id}
          value={value}
          onChange={write}
          onBlur={() => undefined}
          isInvalid={false}
          describedBy={undefined}
          order={undefined}
        />
      </Suspense>
    </div>
  );
}
