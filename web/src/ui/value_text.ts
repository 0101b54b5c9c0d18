// One value in one line of text, by the control that holds it: for lists, charts, summaries and the clipboard.

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { directoryQuery } from "@/api/directory";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { Control } from "@/model/form";
import { isFile, type ScalarValue, type Value } from "@/model/value";
import { type Format, useFormat } from "./format";

export interface ValueWords {
  format: Format;
  /** Of a person or a department; the id itself when unknown. */
  nameOf: (id: string) => string;
  yes: string;
  no: string;
}

function numberText(text: string, control: Control, { format }: ValueWords): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  switch (control.kind) {
    case "money":
      return format.number(value, {
        style: "currency",
        currency: control.currency || "CNY",
        minimumFractionDigits: control.decimals,
        maximumFractionDigits: control.decimals,
      });
    case "percent":
      return `${format.number(value, { maximumFractionDigits: control.decimals })}%`;
    case "number": {
      const number = format.number(value, { maximumFractionDigits: control.decimals, useGrouping: control.thousands });
      return control.unit ? `${number} ${control.unit}` : number;
    }
    case "formula":
      return format.number(value, { maximumFractionDigits: control.decimals });
    default:
      return text;
  }
}

function scalarText(value: ScalarValue, control: Control, words: ValueWords): string {
  if (isFile(value)) return value.name;
  if (typeof value === "boolean") {
    if (control.kind !== "switch") return value ? words.yes : words.no;
    return value ? control.on_label || words.yes : control.off_label || words.no;
  }
  if (typeof value === "number") {
    return control.kind === "datetime" || (control.kind === "formula" && control.result === "datetime")
      ? words.format.dateTime(value)
      : words.format.number(value);
  }
  switch (control.kind) {
    case "radio":
    case "select":
    case "checkbox":
      return control.options.find(({ id }) => id === value)?.label ?? value;
    case "user":
    case "dept":
      return words.nameOf(value);
    case "number":
    case "money":
    case "percent":
      return numberText(value, control, words);
    case "formula":
      return control.result === "number" ? numberText(value, control, words) : value;
    default:
      return value;
  }
}

/** Empty text for an empty value. */
export function valueText(value: Value | undefined, control: Control, words: ValueWords): string {
  if (value === undefined || value === null) return "";
  const several = Array.isArray(value) ? (value as readonly ScalarValue[]) : [value as ScalarValue];
  return listed(several.map((one) => scalarText(one, control, words)));
}

export function useValueWords(): ValueWords {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(directoryQuery);
  return useMemo(() => {
    const names = new Map([...(data?.users ?? []), ...(data?.departments ?? [])].map(({ id, name }) => [id, name]));
    return { format, nameOf: (id: string) => names.get(id) ?? id, yes: t("yes"), no: t("no") };
  }, [data, format, t]);
}
