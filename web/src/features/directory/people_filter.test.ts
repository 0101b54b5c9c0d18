import { describe, expect, it } from "vitest";
import { type PeopleFilter, peopleOf } from "./people_filter";

const directory = {
  departments: [
    { id: "d1", name: "Production" },
    { id: "d2", name: "Workshop", parent: "d1" },
  ],
  teams: [],
  pinyin: { u3: "zhang min" },
  users: [
    { id: "u1", name: "Wang Qiang", login: "wangq", departments: ["d2"], is_active: true, positions: ["Fitter"] },
    { id: "u2", name: "Anna Schmidt", departments: ["d1"], is_active: true, has_password: false },
    { id: "u3", name: "张敏", departments: [], is_active: false, has_password: false },
  ],
};

const found = (filter: Partial<PeopleFilter>) =>
  peopleOf(directory, { department: null, state: "all", text: "", ...filter }).map(({ id }) => id);

describe("the list of people", () => {
  it("reaches into the departments below", () => {
    expect(found({ department: "d1" })).toEqual(["u2", "u1"]);
    expect(found({ department: "d2" })).toEqual(["u1"]);
  });

  it("finds by name, login and position, every word somewhere", () => {
    expect(found({ text: "WANG fitter" })).toEqual(["u1"]);
    expect(found({ text: "wang welder" })).toEqual([]);
  });

  it("finds a Chinese name by how it is read", () => {
    expect(found({ text: "zhang min" })).toEqual(["u3"]);
    expect(found({ text: "zm" })).toEqual(["u3"]);
  });

  it("tells apart who works, who was switched off, and who cannot sign in yet", () => {
    expect(found({ state: "active" })).toEqual(["u2", "u1"]);
    expect(found({ state: "inactive" })).toEqual(["u3"]);
    expect(found({ state: "no_password" })).toEqual(["u2"]);
  });
});
