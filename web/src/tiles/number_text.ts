// One number of a tile in words, as the field says or as the tile's maker wants it: whole, or short in 万 and 亿 or K, M and B. Pure.

import type { NumberFormat } from "@/model/report";
import type { Format } from "@/ui/format";

export interface NumberLook {
  kind: "number" | "money" | "percent";
  /** ISO 4217; of money. */
  currency: string;
  /** Behind plain numbers: `kg`. */
  suffix: string;
  /** As many as it may have. */
  decimals: number;
  /** What the tile's maker wants instead. */
  own?: NumberFormat | null | undefined;
}

/** With little `room` large numbers are short. A tick has no more decimals than it needs. */
export type Place = "room" | "little" | "tick";

/** From here on a number is large. */
const LARGE_FROM = 10_000;
const SHORT_DECIMALS = 2;

export const factorOf = ({ kind, own }: NumberLook): number => (own?.percent && kind !== "percent" ? 100 : 1);

export function numberText(value: number, look: NumberLook, place: Place, format: Format): string {
  const { kind, own } = look;
  const isPercent = kind === "percent" || own?.percent;
  const shown = value * factorOf(look);
  const isMoney = kind === "money" && !isPercent && !hasText(own?.prefix);
  const written = format.number(shown, {
    ...(isShort(shown, look, place) && { notation: "compact" as const }),
    ...decimalsOf(shown, look, place),
    useGrouping: own?.thousands ?? true,
    ...(isMoney && { style: "currency" as const, currency: look.currency, currencyDisplay: "narrowSymbol" as const }),
  });
  return signed(isPercent ? `${written}%` : written, own?.prefix ?? "", suffixOf(look));
}

/** An empty one takes away what the field has. */
const hasText = (sign: string | null | undefined): boolean => sign !== undefined && sign !== null;

const suffixOf = ({ kind, suffix, own }: NumberLook): string => own?.suffix ?? (kind === "number" ? suffix : "");

function isShort(shown: number, { kind, own }: NumberLook, place: Place): boolean {
  if (Math.abs(shown) < LARGE_FROM) return false;
  if (own?.large) return own.large === "short";
  return place !== "room" && kind !== "percent";
}

function decimalsOf(shown: number, look: NumberLook, place: Place): Intl.NumberFormatOptions {
  const most = isShort(shown, look, place) ? SHORT_DECIMALS : look.decimals;
  const own = look.own?.decimals;
  if (own === undefined || own === null) return { minimumFractionDigits: 0, maximumFractionDigits: most };
  if (place === "tick") return { minimumFractionDigits: 0, maximumFractionDigits: Math.max(own, most) };
  return { minimumFractionDigits: own, maximumFractionDigits: own };
}

/** What stands before a number stands behind its minus. */
function signed(number: string, prefix: string, suffix: string): string {
  const minus = prefix && number.startsWith("-") ? "-" : "";
  const before = `${minus}${prefix}${number.slice(minus.length)}`;
  return suffix ? `${before} ${suffix}` : before;
}

/** What stands before and behind a number. */
export const signsOf = (look: NumberLook): { prefix: string; suffix: string } => ({
  prefix: look.own?.prefix ?? (look.kind === "money" ? look.currency : ""),
  suffix: suffixOf(look),
});

/** What the numbers are in, for the head of a column of bare ones. */
export function unitWord(look: NumberLook): string {
  if (look.kind === "percent" || look.own?.percent) return "%";
  const { prefix, suffix } = signsOf(look);
  return [prefix, suffix].filter(Boolean).join(" ");
}
