// Values while a formula runs: typed, because the same text on the wire may be a date, an option or a person.

import { isEmpty, isFile, type ScalarValue, type Value } from "../value";
import { compare, type Decimal, parseDecimal, toText } from "./decimal";
import { parseDate, showDate } from "./moment";
import { itemKind, type Kind } from "./scope";

export type Datum =
  | { readonly is: "empty" }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "number"; readonly number: Decimal }
  | { readonly is: "bool"; readonly truth: boolean }
  /** Days since 1970-01-01. */
  | { readonly is: "date"; readonly day: number }
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  | { readonly is: "date_time"; readonly at: number }
  | { readonly is: "option" | "user" | "department"; readonly id: string }
  | { readonly is: "file"; readonly id: string; readonly name: string }
  | { readonly is: "list"; readonly items: readonly Datum[] };

export const EMPTY: Datum = { is: "empty" };

export function bool(truth: boolean): Datum {
  return { is: "bool", truth };
}

/** What a field holds, as its type says; what does not fit the type reads as empty. */
export function read(value: Value | undefined, kind: Kind): Datum {
  if (value === undefined || isEmpty(value)) return EMPTY;
  const item = itemKind(kind);
  if (item) {
    const items = Array.isArray(value) ? value : [value as ScalarValue];
    const read = items.map((one) => readOne(one, item)).filter(({ is }) => is !== "empty");
    return read.length === 0 ? EMPTY : { is: "list", items: read };
  }
  return Array.isArray(value) ? EMPTY : readOne(value as ScalarValue, kind);
}

function readOne(value: ScalarValue, kind: Kind): Datum {
  if (isFile(value)) return kind === "file" ? { is: "file", id: value.id, name: value.name } : EMPTY;
  if (typeof value === "boolean") return kind === "bool" ? bool(value) : EMPTY;
  if (typeof value === "number") return readNumber(value, kind);
  switch (kind) {
    case "text":
      return value === "" ? EMPTY : { is: "text", text: value };
    case "number": {
      const number = parseDecimal(value);
      return number ? { is: "number", number } : EMPTY;
    }
    case "date": {
      const day = parseDate(value);
      return day === null ? EMPTY : { is: "date", day };
    }
    case "option":
    case "user":
    case "department":
      return { is: kind, id: value };
    default:
      return EMPTY;
  }
}

function readNumber(value: number, kind: Kind): Datum {
  if (kind === "date_time") return { is: "date_time", at: value };
  const number = kind === "number" ? parseDecimal(String(value)) : null;
  return number ? { is: "number", number } : EMPTY;
}

/** As it travels over the wire. */
export function write(datum: Datum): Value {
  if (datum.is === "empty") return null;
  if (datum.is === "list") return datum.items.flatMap((item) => writeOne(item) ?? []);
  return writeOne(datum);
}

function writeOne(datum: Datum): ScalarValue | null {
  switch (datum.is) {
    case "text":
      return datum.text;
    case "number":
      return toText(datum.number);
    case "bool":
      return datum.truth;
    case "date":
      return showDate(datum.day);
    case "date_time":
      return datum.at;
    case "option":
    case "user":
    case "department":
      return datum.id;
    // The engine only tells files apart; whoever needs the whole one has it in the record.
    case "file":
    case "list":
    case "empty":
      return null;
  }
}

export function same(left: Datum, right: Datum): boolean {
  switch (left.is) {
    case "empty":
      return right.is === "empty";
    case "text":
      return right.is === "text" && left.text === right.text;
    case "number":
      return right.is === "number" && compare(left.number, right.number) === 0;
    case "bool":
      return right.is === "bool" && left.truth === right.truth;
    case "date":
      return right.is === "date" && left.day === right.day;
    case "date_time":
      return right.is === "date_time" && left.at === right.at;
    case "option":
    case "user":
    case "department":
    case "file":
      return right.is === left.is && left.id === right.id;
    case "list":
      return right.is === "list" && sameItems(left.items, right.items);
  }
}

function sameItems(left: readonly Datum[], right: readonly Datum[]): boolean {
  return left.length === right.length && left.every((item, index) => same(item, right[index] ?? EMPTY));
}

/** Negative, zero or positive for two values of one type that has an order; null otherwise. */
export function order(left: Datum, right: Datum): number | null {
  if (left.is === "number" && right.is === "number") return compare(left.number, right.number);
  if (left.is === "text" && right.is === "text") return compareText(left.text, right.text);
  if (left.is === "date" && right.is === "date") return left.day - right.day;
  if (left.is === "date_time" && right.is === "date_time") return left.at - right.at;
  return null;
}

/** By code points, as the server compares; by UTF-16 units a rare character would sort before a common one. */
function compareText(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index]?.codePointAt(0) ?? 0) - (b[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
