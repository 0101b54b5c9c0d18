// A condition as people read it: "紧急程度 = 高, 金额 > 500". What is more than rows stays a formula.

import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { directoryQuery } from "@/api/directory";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { type Row, readCondition } from "@/model/condition";
import type { Control, FormDefinition } from "@/model/form";

/** For whoever reads of a form that changes; `null` for what is more than rows. */
export function useConditionSaying(): (text: string, form: FormDefinition) => string | null {
  const { t } = useTranslation(["condition", "common"]);
  const { data } = useQuery(directoryQuery);
  return useMemo(() => {
    const names = new Map([...(data?.users ?? []), ...(data?.departments ?? [])].map(({ id, name }) => [id, name]));
    const textOf = (value: string, control: Control) =>
      ("options" in control ? control.options.find(({ id }) => id === value)?.label : names.get(value)) ?? value;
    const rowWords = ({ field, comparison, values }: Row, form: FormDefinition) => {
      const known = form.fields.find(({ id }) => id === field);
      const said = listed(values.map((value) => (known ? textOf(value, known.control) : value)));
      return t(`words.${comparison}`, { field: known?.label || field, value: said });
    };
    return (text, form) => {
      const condition = readCondition(text, form);
      return condition === null
        ? null
        : condition.rows.map((row) => rowWords(row, form)).join(t(`between.${condition.joint}`));
    };
  }, [data, t]);
}

export function useConditionWords(form: FormDefinition): (text: string) => string {
  const say = useConditionSaying();
  return useCallback((text) => say(text, form) ?? text, [say, form]);
}
