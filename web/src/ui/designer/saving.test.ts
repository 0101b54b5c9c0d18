import { describe, expect, it } from "vitest";
import { ApiProblem, isStale, problemOfCode, unreachable } from "@/api/problem";
import { edited, failed, pauseOf, rivalOf, type Saving } from "./saving";

const stale = new ApiProblem({ ...problemOfCode(409, "stale_revision"), data: { by: "u2", at: 7 } });

/** What an answer of the server makes of a save: the state, and whether it goes again by itself. */
const ANSWERS: readonly [answer: string, error: unknown, is: Saving<unknown>["is"] | "met", goesAgain: boolean][] = [
  ["no network", unreachable(), "waiting", true],
  ["too many requests", problemOfCode(429, "too_many"), "waiting", true],
  ["the disk is full", problemOfCode(507, "storage_full"), "waiting", true],
  ["the data is sealed", problemOfCode(503, "sealed"), "waiting", true],
  ["no right to it any more", problemOfCode(403, "not_allowed"), "refused", false],
  ["signed out", problemOfCode(401, "signed_out"), "refused", false],
  ["deleted", problemOfCode(404, "not_found"), "refused", false],
  ["too large", problemOfCode(413, "too_large"), "refused", false],
  ["not sound", problemOfCode(422, "invalid"), "refused", false],
  ["as many as there may be", problemOfCode(409, "limit_reached"), "refused", false],
  ["a fault of our own", new TypeError("x is undefined"), "refused", false],
  ["somebody else was first", stale, "met", false],
  ["a proxy says the same", problemOfCode(412, "http_412"), "met", false],
];

describe("a save that fails", () => {
  it.each(ANSWERS)("because of %s", (_, error, is, goesAgain) => {
    expect(isStale(error)).toBe(is === "met");
    if (is === "met") return;
    const saving = failed(error);
    expect([saving.is, pauseOf(saving) !== null]).toEqual([is, goesAgain]);
  });

  it("knows who was first, as far as the server remembers", () => {
    expect(rivalOf(stale)).toEqual({ by: "u2", at: 7 });
    expect(rivalOf(problemOfCode(409, "stale_revision"))).toBeNull();
  });
});

describe("an edit", () => {
  const conflict: Saving<string> = {
    is: "conflict",
    rival: null,
    before: "",
    theirs: { rev: 2, doc: "", problems: [] },
  };
  const refused: Saving<string> = { is: "refused", error: problemOfCode(403, "not_allowed") };

  it.each<[Saving<string>, Saving<string>["is"]]>([
    [{ is: "saved", at: 1 }, "dirty"],
    [{ is: "waiting", error: unreachable() }, "dirty"],
    [refused, "dirty"],
    [{ is: "saving" }, "saving"],
    [conflict, "conflict"],
  ])("turns %o into %s", (saving, is) => expect(edited(saving).is).toBe(is));
});
