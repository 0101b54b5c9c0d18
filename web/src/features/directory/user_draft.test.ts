import { describe, expect, it } from "vitest";
import { changedRoles, draftOf, isWhole } from "./user_draft";

const roles = [
  { id: "r1", name: "Designers", members: ["u1"], powers: [], grants: [] },
  { id: "r2", name: "Quality", members: [], powers: [], grants: [] },
  { id: "r3", name: "Repair", members: ["u1", "u2"], powers: [], grants: [] },
];

describe("a person being edited", () => {
  it("begins in the department that is being looked at", () => {
    expect(draftOf(null, "d1", roles).user.departments).toEqual(["d1"]);
    expect(isWhole(draftOf(null, "d1", roles))).toBe(false);
  });

  it("holds the roles whose member they are", () => {
    const known = { id: "u1", name: "Wang", login: "wang", departments: [], is_active: true };
    expect(draftOf(known, null, roles).roles).toEqual(["r1", "r3"]);
  });

  it("saves only the roles that change", () => {
    const changed = changedRoles(roles, "u1", ["r2", "r3"]);
    expect(changed.map(({ id, members }) => [id, members])).toEqual([
      ["r1", []],
      ["r2", ["u1"]],
    ]);
  });
});
