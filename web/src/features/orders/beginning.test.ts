import { expect, it } from "vitest";
import type { OrderAction } from "@/model/order";
import { actionOf } from "./beginning";

const actions = (...verbs: OrderAction["verb"][]): OrderAction[] => verbs.map((verb) => ({ verb }));

it("begins with what was chosen in the list, as far as the order offers it", () => {
  expect(actionOf("transfer", actions("approve", "transfer"))?.verb).toBe("transfer");
  expect(actionOf("approve", actions("complete", "comment"))?.verb).toBe("complete");
  expect(actionOf("reject", actions("complete"))).toBeUndefined();
  expect(actionOf("comment", actions("comment"))).toBeUndefined();
  expect(actionOf(undefined, actions("complete"))).toBeUndefined();
});
