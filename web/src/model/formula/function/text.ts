// Cutting and joining text. Positions and lengths count characters (code points) from 1; the empty text is the empty value.

import { bool, type Datum, EMPTY } from "../datum";
import { parseDecimal, toText } from "../decimal";
import type { Run } from "../eval";
import { formatNumber, rmb } from "../format";
import { FORMULA_TEXT_CHARS_MAX } from "../limit";
import { counted, integerAt, numberAt } from "./number";
import { type FunctionRow, open, strict } from "./row";

/** Unicode White_Space at both ends. */
const EDGES =
  /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

export const TEXT: readonly FunctionRow[] = [
  open("CONCAT", ["shown"], "text", (args, run) => joined(args, "", run), { repeats: ["shown"] }),
  open("JOIN", ["shown_items"], "text", join, { mayTake: ["text"] }),
  strict("SPLIT", ["text", "text"], "texts", split),
  strict("LEFT", ["text", "number"], "text", (args, run) => cut(args, 0, integerAt(args, 1, 0), run)),
  strict("RIGHT", ["text", "number"], "text", right),
  strict("MID", ["text", "number", "number"], "text", (args, run) =>
    cut(args, integerAt(args, 1, 1) - 1, integerAt(args, 2, 0), run),
  ),
  open("LEN", ["text"], "number", (args) => counted(Array.from(textAt(args, 0)).length)),
  strict("TRIM", ["text"], "text", (args, run) => run.text(trim(textAt(args, 0)))),
  strict("UPPER", ["text"], "text", (args, run) => run.text(textAt(args, 0).toUpperCase())),
  strict("LOWER", ["text"], "text", (args, run) => run.text(textAt(args, 0).toLowerCase())),
  open("REPLACE", ["text", "number", "number", "text"], "text", replace),
  open("SUBSTITUTE", ["text", "text", "text"], "text", substitute),
  strict("REPT", ["text", "number"], "text", repeat),
  strict("FIND", ["text", "text"], "number", (args) => position(textAt(args, 1), textAt(args, 0))),
  strict("SEARCH", ["text", "text"], "number", (args) =>
    position(textAt(args, 1).toLowerCase(), textAt(args, 0).toLowerCase()),
  ),
  strict("STARTSWITH", ["text", "text"], "bool", (args) => bool(textAt(args, 0).startsWith(textAt(args, 1)))),
  strict("ENDSWITH", ["text", "text"], "bool", (args) => bool(textAt(args, 0).endsWith(textAt(args, 1)))),
  strict("TEXT", ["number"], "text", numberText, { mayTake: ["text"] }),
  strict("VALUE", ["text"], "number", (args) => parsedNumber(textAt(args, 0))),
  strict("RMBUPPER", ["number"], "text", rmbUpper),
];

/** The text at `index`; empty where none stands. */
export function textAt(args: readonly Datum[], index: number): string {
  const arg = args[index];
  return arg?.is === "text" ? arg.text : "";
}

export function trim(text: string): string {
  return text.replace(EDGES, "");
}

function joined(items: readonly Datum[], separator: string, run: Run): Datum {
  return run.text(items.flatMap((item) => (item.is === "text" ? [item.text] : [])).join(separator));
}

function join(args: readonly Datum[], run: Run): Datum {
  const [list] = args;
  return list?.is === "list" ? joined(list.items, args.length > 1 ? textAt(args, 1) : ", ", run) : EMPTY;
}

/** Pieces without a character are left out. */
function split(args: readonly Datum[], run: Run): Datum {
  const pieces = textAt(args, 0).split(textAt(args, 1));
  return run.list(pieces.map((text) => (text === "" ? EMPTY : { is: "text", text })));
}

/** `count` characters behind the first `skip`. */
function cut(args: readonly Datum[], skip: number, count: number, run: Run): Datum {
  const from = Math.max(0, skip);
  return run.text(
    Array.from(textAt(args, 0))
      .slice(from, from + Math.max(0, count))
      .join(""),
  );
}

function right(args: readonly Datum[], run: Run): Datum {
  const chars = Array.from(textAt(args, 0));
  const count = Math.max(0, integerAt(args, 1, 0));
  return run.text(chars.slice(Math.max(0, chars.length - count)).join(""));
}

/** Takes characters out from a position on and puts a text there. */
function replace(args: readonly Datum[], run: Run): Datum {
  const chars = Array.from(textAt(args, 0));
  const skip = Math.max(0, integerAt(args, 1, 1) - 1);
  const behind = skip + Math.max(0, integerAt(args, 2, 0));
  return run.text(chars.slice(0, skip).join("") + textAt(args, 3) + chars.slice(behind).join(""));
}

function substitute(args: readonly Datum[], run: Run): Datum {
  const [whole, before, after] = [textAt(args, 0), textAt(args, 1), textAt(args, 2)];
  if (before === "") return args[0] ?? EMPTY;
  const pieces = whole.split(before);
  const length = whole.length + (pieces.length - 1) * (after.length - before.length);
  return length > 2 * FORMULA_TEXT_CHARS_MAX ? run.warn("text_too_long") : run.text(pieces.join(after));
}

function repeat(args: readonly Datum[], run: Run): Datum {
  const count = Math.max(0, integerAt(args, 1, 0));
  const text = textAt(args, 0);
  if (Array.from(text).length * count > FORMULA_TEXT_CHARS_MAX) return run.warn("text_too_long");
  return run.text(text.repeat(count));
}

/** Empty when it is not in there. */
function position(whole: string, part: string): Datum {
  const found = whole.indexOf(part);
  return found < 0 ? EMPTY : counted(Array.from(whole.slice(0, found)).length + 1);
}

function numberText(args: readonly Datum[], run: Run): Datum {
  const number = numberAt(args, 0);
  return run.text(args.length > 1 ? formatNumber(number, textAt(args, 1)) : toText(number));
}

/** Digits with at most one point and a leading sign; commas between thousands are passed over. */
function parsedNumber(text: string): Datum {
  const plain = trim(text).replaceAll(",", "");
  const count = plain.replace(/[^0-9]/g, "").length;
  const number = count <= 28 ? parseDecimal(plain) : null;
  return number ? { is: "number", number } : EMPTY;
}

function rmbUpper(args: readonly Datum[], run: Run): Datum {
  const text = rmb(numberAt(args, 0));
  return text === null ? run.warn("number_out_of_range") : run.text(text);
}
