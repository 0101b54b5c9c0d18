// Columns and what stands in them, in words.

import type { TFunction } from "i18next";
import { useCallback, useMemo } from "react";
import { useTranslation } from "@/i18n/words";
import { columnsOf, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { ORDER_STATES } from "@/model/order";
import { type Column, type Condition, columnKey } from "@/model/report";
import type { Value } from "@/model/value";
import { useValueWords, type ValueWords, valueText } from "./value_text";

export interface ColumnWords {
  label: (column: Column) => string;
  /** One line; empty for nothing. */
  text: (column: Column, value: Value | undefined) => string;
  condition: (condition: Condition) => string;
  /** For a select: every column the test lets through. */
  options: (fits?: (column: Column) => boolean) => { value: string; label: string }[];
}

/** In the words of one form. */
export function useColumnWords(form: FormDefinition): ColumnWords {
  const wordsOf = useColumnWordsOf();
  return useMemo(() => wordsOf(form), [wordsOf, form]);
}

/** In those of any form, for whoever speaks of several at once. */
export function useColumnWordsOf(): (form: FormDefinition) => ColumnWords {
  const { t } = useTranslation("columns");
  const { t: tOrders } = useTranslation("orders");
  const words = useValueWords();
  return useCallback((form) => columnWords(form, words, t, tOrders), [words, t, tOrders]);
}

function columnWords(
  form: FormDefinition,
  words: ValueWords,
  t: TFunction<"columns">,
  tOrders: TFunction<"orders">,
): ColumnWords {
  const labels = new Map(form.fields.map(({ id, label }) => [id, label]));
  // Asked for every cell of a list.
  const controls = new Map(form.fields.map(({ id, control }) => [id, control]));
  const label = (column: Column): string =>
    typeof column === "string" ? t(`order.${column}`) : labels.get(column.field) || column.field;
  const stateText = (value: string): string => {
    const state = ORDER_STATES.find((name) => name === value);
    return state ? tOrders(`state.${state}`) : value;
  };
  const text = (column: Column, value: Value | undefined): string => {
    if (value === undefined || value === null) return "";
    const control = typeof column === "string" ? undefined : controls.get(column.field);
    if (control) return valueText(value, control, words);
    const kind = kindOf(column, form);
    const several = (Array.isArray(value) ? value : [value]) as readonly Value[];
    return several
      .map((one) => {
        if (kind === "state") return stateText(String(one));
        if (kind === "user" || kind === "department") return words.nameOf(String(one));
        if (kind === "instant") return words.format.dateTime(Number(one));
        return kind === "duration" ? words.format.span(Number(one)) : String(one);
      })
      .join(t("list"));
  };
  const operand = (column: Column, value: string): string => {
    const kind = kindOf(column, form);
    if (value === "me") return t("me");
    if (kind === "bool") return value === "true" ? words.yes : words.no;
    if (kind === "instant" && !/^\d+$/.test(value)) return value;
    return text(column, kind === "instant" ? Number(value) : value);
  };
  const condition = ({ column, test }: Condition): string => {
    const what =
      test.op === "in"
        ? test.values.map((one) => operand(column, one)).join(t("list"))
        : test.op === "within"
          ? t(`span.${test.period}`)
          : "value" in test
            ? operand(column, test.value)
            : "";
    return [label(column), t(`op.${test.op}`), what].filter(Boolean).join(" ");
  };
  const options = (fits: (column: Column) => boolean = () => true) =>
    columnsOf(form)
      .filter(fits)
      .map((column) => ({ value: columnKey(column), label: label(column) }));
  return { label, text, condition, options };
}
