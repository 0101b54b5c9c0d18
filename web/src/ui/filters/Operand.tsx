import { useQuery } from "@tanstack/react-query";
import { Input, InputNumber, Select } from "antd";
import { directoryQuery } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { choicesOf, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { ORDER_STATES } from "@/model/order";
import { type Condition, SPANS, type Test } from "@/model/report";
import { leaveOnTab } from "@/ui/leave_on_tab";
import { useByName } from "../by_name";
import { type NamedOption, namedOptions } from "../people";
import { SpanInput } from "../SpanInput";
import styles from "./FilterEditor.module.css";

export interface OperandProps {
  form: FormDefinition;
  condition: Condition;
  /** Nothing was picked yet: what a fresh test begins with is not shown as picked. */
  isUnset?: boolean;
  onChange: (test: Test) => void;
}

/** What a test compares with; nothing for "is empty". */
export function Operand({ form, condition: { column, test }, isUnset = false, onChange }: OperandProps) {
  const { t } = useTranslation("columns");
  const byName = useByName();
  const kind = kindOf(column, form);
  const picks = usePicks({ form, column });
  const label = t("operand");
  if (!("value" in test) && test.op !== "within" && test.op !== "in") return null;
  if (test.op === "within") {
    return (
      <Select
        className={styles.operand}
        aria-label={label}
        placeholder={label}
        options={SPANS.map((span) => ({ value: span, label: t(`span.${span}`) }))}
        value={isUnset ? null : test.period}
        onChange={(period) => onChange({ op: "within", period })}
      />
    );
  }
  if (test.op === "in") {
    return (
      <Select
        className={styles.operand}
        mode="multiple"
        onInputKeyDown={leaveOnTab}
        maxTagCount="responsive"
        aria-label={label}
        placeholder={label}
        showSearch={byName}
        options={picks}
        value={test.values}
        onChange={(values: string[]) => onChange({ op: "in", values })}
      />
    );
  }
  const set = (value: string) => onChange({ op: test.op, value });
  if (picks.length > 0) {
    return (
      <Select
        className={styles.operand}
        aria-label={label}
        placeholder={label}
        showSearch={byName}
        options={picks}
        {...(test.value && !isUnset && { value: test.value })}
        onChange={set}
      />
    );
  }
  if (kind === "date" || kind === "instant") {
    return (
      <Input
        className={styles.operand}
        type="date"
        aria-label={label}
        value={test.value}
        onChange={({ target }) => set(target.value)}
      />
    );
  }
  if (kind === "duration") {
    return (
      <SpanInput className={styles.operand} label={label} value={test.value} onChange={(value) => set(value ?? "")} />
    );
  }
  if (kind === "number") {
    return (
      <InputNumber
        className={styles.operand}
        stringMode
        aria-label={label}
        placeholder={label}
        value={test.value || null}
        onChange={(value) => set(value === null ? "" : String(value))}
      />
    );
  }
  return (
    <Input
      className={styles.operand}
      aria-label={label}
      placeholder={label}
      value={test.value}
      onChange={({ target }) => set(target.value)}
    />
  );
}

/** What can be picked; empty where something is typed. */
function usePicks({ form, column }: Pick<Condition, "column"> & { form: FormDefinition }): NamedOption[] {
  const { t } = useTranslation("columns");
  const { t: tOrders } = useTranslation("orders");
  const { t: tCommon } = useTranslation();
  const { data } = useQuery(directoryQuery);
  switch (kindOf(column, form)) {
    case "state":
      return ORDER_STATES.map((state) => ({ value: state as string, label: tOrders(`state.${state}`) }));
    case "option":
      return choicesOf(column, form).map(({ id, label }) => ({ value: id, label }));
    case "user":
      return [{ value: "me", label: t("me") }, ...namedOptions(data?.users, data)];
    case "department":
      return namedOptions(data?.departments, data);
    case "bool":
      return [
        { value: "true", label: tCommon("yes") },
        { value: "false", label: tCommon("no") },
      ];
    default:
      return [];
  }
}
