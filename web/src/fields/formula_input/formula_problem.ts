// What is wrong with a formula, in words.

import { i18n } from "@/i18n/i18n";
import type { FormulaProblem } from "@/model/formula/problem";
import type { Problem } from "@/model/problem";

export function formulaProblemText({ code, data }: FormulaProblem, labelOf: (field: string) => string): string {
  const [first = "", second = ""] = data;
  return String(
    i18n.t(
      `formula:problem.${code}` as never,
      {
        first: labelOf(first),
        second,
        firstType: typeText(first),
        secondType: typeText(second),
      } as never,
    ),
  );
}

/** `list<option>` as "several of: option"; other words stay. */
export function typeText(kind: string): string {
  const item = /^list<(.*)>$/.exec(kind)?.[1];
  if (item !== undefined) return String(i18n.t("formula:type.list", { item: typeText(item) }));
  return i18n.exists(`formula:type.${kind}`) ? String(i18n.t(`formula:type.${kind}` as never)) : kind;
}

/** The editor itself says what is wrong with the text of a formula; only circles it does not see. */
export function isNotSaid({ code }: Problem): boolean {
  return !code.startsWith("formula_") || code === "formula_cycle";
}
