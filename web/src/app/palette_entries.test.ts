import { describe, expect, it } from "vitest";
import type { AppSummary } from "@/api/apps";
import { named } from "@/ui/by_name";
import { appEntries, hitEntries, matching, withRecent } from "./palette_entries";

const apps: AppSummary[] = [
  {
    id: "a",
    name: "设备报修",
    description: "",
    icon: "",
    color: null,
    actions: ["view"],
    boards: [{ id: "b", name: "维修看板" }],
    forms: [
      { id: "f", name: "报修单", form_version: 1, flow_version: 1, actions: ["view", "create"] },
      { id: "g", name: "台账", form_version: 0, flow_version: 0, actions: ["view", "create", "design"] },
    ],
  },
];
const words = {
  fill: (form: string) => `发起 ${form}`,
  design: (form: string) => `设计 ${form}`,
  flow: (form: string) => `流程 ${form}`,
};
const pinyin = { a: "she bei bao xiu", b: "wei xiu kan ban", f: "bao xiu dan" };
const entries = appEntries(apps, pinyin, words);
const links = (text: string) => matching(entries, text, named).map(({ link }) => link);

describe("the palette", () => {
  it("offers what the person may do, and nothing that is not published", () => {
    expect(entries.map(({ title }) => title)).toEqual([
      "设备报修",
      "发起 报修单",
      "报修单",
      "台账",
      "设计 台账",
      "流程 台账",
      "维修看板",
    ]);
  });

  it("finds every typed word, names that begin with it first", () => {
    expect(links("报修单")).toEqual(["/apps/a/forms/f", "/new/f"]);
    expect(links("看板 报修")).toEqual(["/apps/a/boards/b"]);
    expect(links("xyz")).toEqual([]);
  });

  it("finds Chinese names by how they are read, or by their initials", () => {
    expect(links("wxkb")).toEqual(["/apps/a/boards/b"]);
    expect(links("baoxiudan")).toEqual(["/new/f", "/apps/a/forms/f"]);
  });

  it("adds what only the server could find, and nothing twice", () => {
    const hits = {
      orders: [{ id: "o", title: "CNC-012", form_name: "报修单", state: "running" as const }],
      people: [{ id: "u", name: "王强" }],
      apps: [
        { id: "a", name: "设备报修" },
        { id: "c", name: "客户投诉" },
      ],
    };
    expect(hitEntries(hits, entries).map(({ kind, link }) => [kind, link])).toEqual([
      ["app", "/apps/c"],
      ["order", "/orders/o"],
      ["person", "/directory?user=u"],
    ]);
  });

  it("remembers what was opened last, once", () => {
    const [first, second] = [entries[0], entries[1]];
    if (!first || !second) throw new Error("there are entries");
    expect(withRecent([first, second], second).map(({ id }) => id)).toEqual([second.id, first.id]);
  });
});
