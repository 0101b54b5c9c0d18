import { Select } from "antd";
import { useTranslation } from "@/i18n/words";
import { freshTest, kindOf, type Op, opsOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import type { Column, Test } from "@/model/report";
import styles from "./FilterEditor.module.css";
import { Operand } from "./Operand";

export interface TestPickProps {
  form: FormDefinition;
  column: Column;
  /** `null`: nothing is asked of it yet. */
  test: Test | null;
  onChange: (test: Test) => void;
}

/** How a column is tested, and what it is compared with. */
export function TestPick({ form, column, test, onChange }: TestPickProps) {
  const { t } = useTranslation("columns");
  const kind = kindOf(column, form);
  const ops = opsOf(kind);
  const shown = test ?? freshTest(ops[0] ?? "not_empty", kind);
  return (
    <>
      <Select<Op>
        className={styles.op}
        aria-label={t("test")}
        options={ops.map((op) => ({ value: op, label: t(`op.${op}`) }))}
        value={shown.op}
        onChange={(op) => onChange(freshTest(op, kind))}
      />
      <Operand form={form} condition={{ column, test: shown }} isUnset={test === null} onChange={onChange} />
    </>
  );
}
