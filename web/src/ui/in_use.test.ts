import { expect, it } from "vitest";
import type { AppSummary } from "@/api/apps";
import { placeOf } from "./in_use";

const app = (id: string, ...names: string[]) =>
  ({
    id,
    boards: [{ id: "x", name: `${id}板` }],
    forms: names.map((name) => ({ id: `${id}-${name}`, name })),
  }) as unknown as AppSummary;

it("what uses a thing is said in words and leads there", () => {
  const apps = [app("a", "报修", "报修.夜班"), app("b", "验收")];
  expect(placeOf("flows.验收.派单", apps)).toEqual({ words: "流程 · 验收 / 派单", href: "/apps/b/forms/b-验收/flow" });
  expect(placeOf("teams.夜班", apps)).toEqual({ words: "用户组 · 夜班", href: "/directory/teams" });
  expect(placeOf("boards.b板", apps).href).toBe("/apps/b/boards/x");
});

it("what may be one of several, or none, leads nowhere", () => {
  const apps = [app("a", "报修"), app("b", "报修")];
  expect(placeOf("flows.报修.派单", apps).href).toBeNull();
  expect(placeOf("flows.没有.派单", apps).href).toBeNull();
  expect(placeOf("orders.1", apps).href).toBeNull();
});
