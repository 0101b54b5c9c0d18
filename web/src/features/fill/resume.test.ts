import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { NewOrder } from "@/api/orders";
import { copiesOf, freshCopy, writeCopy } from "./local_copy";
import { resume, type Taken } from "./resume";

const opened: NewOrder = { definition: { fields: [], sections: [] }, version: 1, values: { what: "" }, matrix: {} };
/** What the server has, by the id of the order. */
let orders: Record<string, string> = {};
let taken: Taken[] = [];

const take = async (draft?: string, wanted?: string): Promise<Taken> => {
  const next = await resume("f", "u", draft ? { ...opened, draft } : opened, wanted);
  taken.push(next);
  return next;
};

beforeEach(() => {
  orders = {};
  taken = [];
  localStorage.clear();
  vi.stubGlobal("fetch", async (path: string, { method }: RequestInit) => {
    const id = path.replace(/^.*\/orders\/([^/]+).*$/, "$1");
    const state = orders[id];
    if (method === "DELETE") delete orders[id];
    if (state) return new Response(JSON.stringify({ id, state, values: { what: `${id} there` } }), { status: 200 });
    return new Response(JSON.stringify({ code: "not_found" }), {
      status: 404,
      headers: { "content-type": "application/problem+json" },
    });
  });
});

afterEach(() => {
  for (const one of taken) one.release();
});

it("takes up what this device kept, and leaves it to the window that has it", async () => {
  const copy = { ...freshCopy(1, { what: "pump" }), id: "mine" };
  writeCopy("f", "u", copy);
  const first = await take();
  expect([first.copy.values, first.isResumed, first.isElsewhere]).toEqual([{ what: "pump" }, true, false]);
  const second = await take();
  expect([second.copy.values, second.isResumed, second.isElsewhere]).toEqual([{ what: "" }, false, true]);
  expect(second.copy.id).not.toBe("mine");
});

it("takes up the draft of the server as it is there", async () => {
  orders = { far: "draft" };
  const first = await take("far");
  expect([first.copy.id, first.copy.values, first.copy.isDraft]).toEqual(["far", { what: "far there" }, true]);
  expect((await take("far")).isElsewhere).toBe(true);
});

it("takes up the one that was asked for before all others, and never one that is none any more", async () => {
  orders = { newest: "draft", older: "draft", sent: "running" };
  writeCopy("f", "u", { ...freshCopy(1, { what: "left" }), id: "left" });
  expect((await take("newest", "older")).copy.values).toEqual({ what: "older there" });
  expect((await take("newest", "sent")).copy.id).toBe("left");
});

it("never takes up again what was sent or thrown away", async () => {
  orders = { sent: "running" };
  writeCopy("f", "u", { ...freshCopy(1, { what: "sent" }), id: "sent" });
  writeCopy("f", "u", { ...freshCopy(1, { what: "gone" }), id: "gone", isDraft: true });
  const first = await take();
  expect([first.copy.values, first.isResumed]).toEqual([{ what: "" }, false]);
  expect(copiesOf("f", "u")).toEqual([]);
});

it("tells the server what was thrown away without a network", async () => {
  orders = { thrown: "draft" };
  writeCopy("f", "u", { ...freshCopy(1, {}), id: "thrown", isDraft: true, isThrown: true });
  const first = await take("thrown");
  expect(first.isResumed).toBe(false);
  await vi.waitFor(() => expect([orders, copiesOf("f", "u")]).toEqual([{}, []]));
});
