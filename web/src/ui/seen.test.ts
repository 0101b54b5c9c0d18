import { describe, expect, it } from "vitest";
import type { OrderPage } from "@/model/order";
import type { Values } from "@/model/value";
import { changedFields, markSeen, seenAlso, seenNow, seenOf } from "./seen";

function page(values: Values, times: number[] = []): OrderPage {
  const history = times.map((at) => ({ at, kind: "commented" }));
  return { created_at: 5, values, history, tasks: [] } as Partial<OrderPage> as OrderPage;
}

describe("what somebody has seen", () => {
  it("reaches as far as the newest thing on the page", () => {
    expect(seenNow(page({}, [9, 7])).at).toBe(9);
    expect(seenNow(page({})).at).toBe(5);
  });

  it("tells which fields were changed, filled and emptied since", () => {
    const before = seenNow(page({ same: "a", changed: "a", emptied: ["x"], never: null }));
    const now = seenNow(page({ same: "a", changed: "b", emptied: null, filled: true, never: null }));
    expect(changedFields(before, now)).toEqual(["changed", "emptied", "filled"]);
  });

  it("takes what somebody wrote there for seen, and nothing that others did meanwhile", () => {
    const before = seenNow(page({ mine: "a", theirs: "a", emptied: "a" }));
    const now = seenNow(page({ mine: "b", theirs: "b", emptied: null }));
    expect(changedFields(seenAlso(before, now, ["mine", "emptied"]), now)).toEqual(["theirs"]);
  });

  it("is kept for each person, and no value with it", () => {
    markSeen("ann", "order", seenNow(page({ salary: "31337" }, [9])));
    expect(seenOf("ann", "order")?.at).toBe(9);
    expect(seenOf("bob", "order")).toBeUndefined();
    expect(localStorage.getItem("tessera.seen.ann")).not.toContain("31337");
  });
});
