import { describe, expect, it } from "vitest";
import type { Node } from "@/model/flow";
import { byPeople, isShared, type PeopleStep, sharedGroups, withSettings } from "./shared_settings";

const node = (id: string, step: Node["step"]): Node => ({ id, name: id, x: 0, y: 0, step });

const LIMIT = { minutes: 60, actions: [] };

describe("what several steps have in common", () => {
  const work = node("work", { kind: "handle", limit: LIMIT, notices: [] });
  const repair = node("repair", { kind: "handle", limit: { ...LIMIT } });
  const check = node("check", { kind: "approve" });

  it("is what people's steps have, and who gets them only where they are of one kind", () => {
    const nodes = byPeople([node("start", { kind: "start" }), work, check]);
    expect(nodes.map(({ id }) => id)).toEqual(["work", "check"]);
    expect(sharedGroups(nodes)).toEqual(["limit", "back", "notices"]);
    expect(sharedGroups(byPeople([work, repair]))).toEqual(["assign", "limit", "back", "notices"]);
    expect(sharedGroups(byPeople([work, node("end", { kind: "end" })]))).toEqual([]);
  });

  it("is the same where nothing is said and where an empty list is", () => {
    expect(isShared(byPeople([work, repair]), "limit")).toBe(true);
    expect(isShared(byPeople([work, repair]), "notices")).toBe(true);
    expect(isShared(byPeople([work, check]), "limit")).toBe(false);
  });

  it("is changed in all of them, and nothing else is", () => {
    const from: PeopleStep = { kind: "handle", limit: LIMIT, mode: "all" };
    expect(withSettings(byPeople([check]), "limit", from)).toEqual([node("check", { kind: "approve", limit: LIMIT })]);
  });
});
