// Lists. No list holds an empty value; a list without items is the empty value.

import { bool, type Datum, EMPTY, order, same } from "../datum";
import type { Run } from "../eval";
import { FORMULA_LIST_MAX } from "../limit";
import { counted, each, integerAt } from "./number";
import { type FunctionRow, open, strict } from "./row";

export const LIST: readonly FunctionRow[] = [
  open("SIZE", ["any"], "number", (args) => counted(each(args).length)),
  strict("FIRST", ["items"], "item", (args) => itemsAt(args, 0)[0] ?? EMPTY),
  strict("LAST", ["items"], "item", (args) => itemsAt(args, 0).at(-1) ?? EMPTY),
  strict("AT", ["items", "number"], "item", at),
  strict("UNIQUE", ["items"], "items", (args, run) => run.list(distinct(itemsAt(args, 0)))),
  strict("SORT", ["items"], "items", (args, run) =>
    run.list([...itemsAt(args, 0)].sort((left, right) => order(left, right) ?? 0)),
  ),
  strict("REVERSE", ["items"], "items", (args, run) => run.list([...itemsAt(args, 0)].reverse())),
  open("UNION", ["items", "items"], "items", (args, run) => run.list(distinct(each(args))), { repeats: ["items"] }),
  open("INTERSECT", ["items", "items"], "items", (args, run) => run.list(shared(args))),
  open("EXCEPT", ["items", "items"], "items", except),
  open("OVERLAPS", ["items", "items"], "bool", (args) => bool(shared(args).length > 0)),
  open("CONTAINSALL", ["items", "items"], "bool", containsAll),
  open("ANY", ["bools"], "bool", (args) => bool(each(args).some((item) => item.is === "bool" && item.truth))),
  open("ALL", ["bools"], "bool", (args) => bool(each(args).every((item) => item.is === "bool" && item.truth))),
];

function itemsAt(args: readonly Datum[], index: number): readonly Datum[] {
  const arg = args[index];
  return arg?.is === "list" ? arg.items : [];
}

function includes(items: readonly Datum[], wanted: Datum): boolean {
  return items.some((item) => same(item, wanted));
}

/** Counted from 1; from the end where the position is negative. */
function at(args: readonly Datum[]): Datum {
  const position = integerAt(args, 1, 0);
  return (position === 0 ? undefined : itemsAt(args, 0).at(position < 0 ? position : position - 1)) ?? EMPTY;
}

/** First occurrences, in order; stops where the list is too long anyway. */
function distinct(items: readonly Datum[]): Datum[] {
  const kept: Datum[] = [];
  for (const item of items) {
    if (kept.length > FORMULA_LIST_MAX) break;
    if (!includes(kept, item)) kept.push(item);
  }
  return kept;
}

function shared(args: readonly Datum[]): Datum[] {
  return itemsAt(args, 0).filter((item) => includes(itemsAt(args, 1), item));
}

function except(args: readonly Datum[], run: Run): Datum {
  return run.list(itemsAt(args, 0).filter((item) => !includes(itemsAt(args, 1), item)));
}

/** Whether the first list holds every item of the second; an empty list holds and is held by nothing. */
function containsAll(args: readonly Datum[]): Datum {
  const [all, wanted] = [itemsAt(args, 0), itemsAt(args, 1)];
  return bool(wanted.length > 0 && wanted.every((item) => includes(all, item)));
}
