// Deciding. Logic is two-valued: an empty yes/no counts as no.

import { bool, type Datum } from "../datum";
import { type FunctionRow, form, open } from "./row";

const isEmpty = ([value]: readonly Datum[]) => bool(value === undefined || value.is === "empty");

export const LOGIC: readonly FunctionRow[] = [
  form("IF", ["bool", "item"], "item", "if", { mayTake: ["item"] }),
  form("IFS", ["bool", "item"], "item", "ifs", { repeats: ["bool", "item"] }),
  form("SWITCH", ["any", "any", "item"], "item", "switch", { repeats: ["any"] }),
  form("COALESCE", ["item"], "item", "coalesce", { repeats: ["item"] }),
  form("AND", ["bool"], "bool", "and", { repeats: ["bool"] }),
  form("OR", ["bool"], "bool", "or", { repeats: ["bool"] }),
  open("XOR", ["bool"], "bool", xor, { repeats: ["bool"] }),
  open("TRUE", [], "bool", () => bool(true)),
  open("FALSE", [], "bool", () => bool(false)),
  open("IS_EMPTY", ["any"], "bool", isEmpty),
  open("ISBLANK", ["any"], "bool", isEmpty),
  form("BETWEEN", ["item", "item", "item"], "bool", "between"),
  form("IN", ["item", "items"], "bool", "in"),
  form("CONTAINS", ["any", "any"], "bool", "contains"),
];

function xor(args: readonly Datum[]): Datum {
  return bool(args.filter((arg) => arg.is === "bool" && arg.truth).length % 2 === 1);
}
