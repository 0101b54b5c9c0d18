// What whoever looks narrowed a board to, in words: for a picture, which has no row of filters. Pure.

import type { TFunction } from "i18next";
import { isFilled } from "@/model/column";
import type { ColumnWords } from "@/ui/column_words";
import type { BoardSearch } from "./board_look";

/** `wordsOf` a form; of none, those of what every order has. */
export function narrowedWords(
  { span, dept, by = [], cross }: BoardSearch,
  wordsOf: (form: string | null | undefined) => Pick<ColumnWords, "condition">,
  t: TFunction<"columns">,
): string[] {
  return [
    ...(span ? [t(`span.${span}`)] : []),
    ...(dept ? [wordsOf(null).condition({ column: "department", test: { op: "in", values: dept } })] : []),
    ...by.filter(isFilled).map((one) => wordsOf(one.form).condition(one)),
    ...(cross?.filters ?? []).map((one) => wordsOf(cross?.form).condition(one)),
  ];
}
