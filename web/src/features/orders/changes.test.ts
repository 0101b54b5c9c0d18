import { act, renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { OrderPage } from "@/model/order";
import type { Values } from "@/model/value";
import { useChanges } from "./changes";

const fields = ["who", "due", "secret"].map((id) => ({ id, label: id, control: {} }));

function page(id: string, values: Values, other: object = {}): OrderPage {
  const still = { created_at: 1, state: "running", history: [], tasks: [], actions: [], matrix: { secret: "hidden" } };
  return { ...still, id, values, definition: { fields, sections: [] }, ...other } as unknown as OrderPage;
}

/** Somebody looks at an order and leaves. */
const look = (order: OrderPage) => renderHook(() => useChanges(order)).unmount();

describe("what others changed", () => {
  it("is nothing at the first look", () => {
    const { result } = renderHook(() => useChanges(page("first", { who: "ann" })));
    expect([...result.current.fields]).toEqual([]);
  });

  it("is told at the next look, of fields that can be seen, until it is read", () => {
    look(page("next", { who: "ann", secret: "1" }));
    const { result } = renderHook(() => useChanges(page("next", { who: "bob", due: "2030-01-31", secret: "2" })));
    expect([...result.current.fields]).toEqual(["who", "due"]);
    act(() => result.current.accept());
    expect([...result.current.fields]).toEqual([]);
  });

  it("is told while the order is open, and not a second time", () => {
    look(page("live", { who: "ann" }));
    const seen = renderHook(({ order }) => useChanges(order), {
      initialProps: { order: page("live", { who: "ann" }) },
    });
    seen.rerender({ order: page("live", { who: "bob" }) });
    expect([...seen.result.current.fields]).toEqual(["who"]);
    seen.unmount();
    const again = renderHook(() => useChanges(page("live", { who: "bob" })));
    expect([...again.result.current.fields]).toEqual([]);
  });

  it("is no news to whoever writes the draft alone", () => {
    const own = { state: "draft", actions: [{ verb: "submit" }] };
    look(page("own", { who: "ann" }, own));
    const { result } = renderHook(() => useChanges(page("own", { who: "bob" }, own)));
    expect([...result.current.fields]).toEqual([]);
  });
});
