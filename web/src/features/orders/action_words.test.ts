import type { TFunction } from "i18next";
import { expect, it } from "vitest";
import type { OrderAction, Task } from "@/model/order";
import { actionWords } from "./action_words";

const t = ((key: string, { what, step }: Record<string, string> = {}) =>
  step ? `${step}: ${what}` : key) as unknown as TFunction<"orders">;
const action = (verb: OrderAction["verb"], task: string): OrderAction => ({ verb, task });
const tasks = [
  { id: "1", node_name: "Safety" },
  { id: "2", node_name: "Cost" },
] as Task[];

it("names the step of what can be done at two of them, and of nothing else", () => {
  const actions = [action("approve", "1"), action("approve", "2"), action("complete", "2")];
  const named = actions.map((one) => actionWords({ actions, tasks }, t)({ action: one }));
  expect(named).toEqual(["Safety: verb.approve", "Cost: verb.approve", "verb.complete"]);
});
