// Who acts, who is above whom, and the order at hand. Whoever the directory does not know reads as empty.

import { DAY_MS, HOUR_MS, MINUTE_MS } from "../civil";
import { bool, type Datum, EMPTY } from "../datum";
import { divide, fromInteger } from "../decimal";
import type { PersonFacts } from "../env";
import type { Run } from "../eval";
import { integerAt } from "./number";
import { type FunctionRow, open, strict } from "./row";
import { textAt } from "./text";

const ELAPSED_UNITS: Readonly<Record<string, number>> = {
  day: DAY_MS,
  hour: HOUR_MS,
  minute: MINUTE_MS,
  second: 1_000,
};

export const PEOPLE: readonly FunctionRow[] = [
  open("USER", [], "user", (_, run) => user(run.env.user)),
  open("USERDEPT", [], "department", (_, run) => department(mainDepartment(run.env.user, run))),
  open("USERROLES", [], "texts", (_, run) =>
    run.list((person([], 0, run)?.roles ?? []).map((text) => ({ is: "text", text }))),
  ),
  open("INITIATOR", [], "user", (_, run) => user(run.env.order.initiator)),
  open("DEPTOF", ["user"], "department", (args, run) => department(mainDepartment(userAt(args, 0), run))),
  open("MANAGER", [], "user", manager, { mayTake: ["number", "user"] }),
  open("DEPTHEAD", [], "user", departmentHead, { mayTake: ["department"] }),
  strict("INDEPT", ["user", "department"], "bool", inDepartment),
  strict(
    "HASROLE",
    ["text"],
    "bool",
    (args, run) => bool(person(args, 1, run)?.roles.includes(textAt(args, 0)) ?? false),
    {
      mayTake: ["user"],
    },
  ),
  open("NODE", [], "text", (_, run) => run.text(run.env.order.node ?? "")),
  open("RECORDID", [], "text", (_, run) => run.text(run.env.order.record ?? "")),
  open("SERIAL", [], "text", (_, run) => run.text(run.env.order.serial ?? "")),
  open("CREATED", [], "date_time", (_, run) => {
    const at = run.env.order.created;
    return at === undefined ? EMPTY : { is: "date_time", at };
  }),
  open("ELAPSED", [], "number", elapsed, { mayTake: [{ words: Object.keys(ELAPSED_UNITS) }] }),
];

function user(id: string | null | undefined): Datum {
  return id ? { is: "user", id } : EMPTY;
}

function department(id: string | null): Datum {
  return id ? { is: "department", id } : EMPTY;
}

function userAt(args: readonly Datum[], index: number): string | null {
  const arg = args[index];
  return arg?.is === "user" ? arg.id : null;
}

/** The person of the argument if one is written, else who acts. */
function person(args: readonly Datum[], index: number, run: Run): PersonFacts | null {
  const id = args.length > index ? userAt(args, index) : run.env.user;
  return id ? run.env.person(id) : null;
}

function mainDepartment(id: string | null, run: Run): string | null {
  return (id && run.env.person(id)?.departments[0]) || null;
}

/** Level 1 is the direct manager. */
function manager(args: readonly Datum[], run: Run): Datum {
  return user(person(args, 1, run)?.managers[integerAt(args, 0, 1) - 1]);
}

function departmentHead(args: readonly Datum[], run: Run): Datum {
  const [arg] = args;
  const written = arg?.is === "department" ? arg.id : null;
  const id = arg ? written : mainDepartment(run.env.user, run);
  return user(id && run.env.department(id)?.head);
}

/** In the department or somewhere below it. */
function inDepartment(args: readonly Datum[], run: Run): Datum {
  const [, wanted] = args;
  if (wanted?.is !== "department") return bool(false);
  const own = person(args, 0, run)?.departments ?? [];
  return bool(own.some((id) => id === wanted.id || run.env.department(id)?.above.includes(wanted.id)));
}

/** Since the order was created, on the wall clock; hours where no unit is written. */
function elapsed(args: readonly Datum[], run: Run): Datum {
  const created = run.env.order.created;
  if (created === undefined) return EMPTY;
  const unit = ELAPSED_UNITS[textAt(args, 0)] ?? HOUR_MS;
  return run.number(divide(fromInteger(run.env.now - created), fromInteger(unit)));
}
