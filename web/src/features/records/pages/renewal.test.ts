import { describe, expect, it } from "vitest";
import { PAGE_ROWS, type RecordPage } from "@/api/records";
import { type Kept, listedAnew, NOTHING_KEPT, placeOf, renewed, rowOf, type Stir } from "./renewal";

const rows = (ids: string, rev = 1) =>
  [...ids].map((id) => ({ id, rev, state: "running" as const, values: { title: `${id}${rev}` } }));
const page = (ids: string, total = ids.length, rev = 1): RecordPage => ({ rows: rows(ids, rev), total });
const one = (ids: string, total?: number, rev?: number) => new Map([[0, page(ids, total, rev)]]);
const listed = (ids: string, total = ids.length, waiting = 0) => ({ total, pages: one(ids, total), waiting });
const shown = ({ pages }: { pages: ReadonlyMap<number, RecordPage> }) =>
  (pages.get(0)?.rows ?? []).map(({ values }) => values.title).join(" ");

describe("a list whose records change", () => {
  it("shows what others wrote at once, whatever the person does", () => {
    for (const stir of ["none", "work", "write"] satisfies Stir[]) {
      expect(shown(renewed(listed("abc"), one("abc", 3, 2), stir))).toBe("a2 b2 c2");
    }
  });

  it("lets new records wait while a person works in it, and shows the others as they are now", () => {
    const held = renewed(listed("abc"), one("nabc", 4, 2), "work");
    expect([shown(held), held.total, held.waiting]).toEqual(["a2 b2 c2", 3, 1]);
    expect(shown(renewed(listed("abc"), one("nabc", 4), "none"))).toBe("n1 a1 b1 c1");
  });

  it("lets them wait on once they do, until they are asked for", () => {
    expect(renewed(listed("abc", 3, 1), one("mnabc"), "none").waiting).toBe(2);
  });

  it("takes them where they push nobody away", () => {
    expect(renewed(listed("abc"), one("abcn"), "work")).toMatchObject({ total: 4, waiting: 0 });
  });

  it("drops what left it, but not under an open cell", () => {
    expect(shown(renewed(listed("abc"), one("ac"), "work"))).toBe("a1 c1");
    expect(shown(renewed(listed("abc"), one("ab"), "work"))).toBe("a1 b1");
    expect(shown(renewed(listed("abc"), one("nac"), "work"))).toBe("n1 a1 c1");
    expect(shown(renewed(listed("abc"), one("ac"), "write"))).toBe("a1 b1 c1");
  });

  it("keeps rows in place that now sort elsewhere", () => {
    const held = renewed(listed("abc"), one("cab", 3, 2), "work");
    expect([shown(held), held.waiting]).toEqual(["a2 b2 c2", 0]);
  });

  it("holds a row for pushed over the edge, not for gone, where the list goes on", () => {
    const held = renewed(listed("abc", 900), one("nab", 901), "work");
    expect([shown(held), held.waiting]).toEqual(["a1 b1 c1", 1]);
    const flooded = renewed(listed("abc", 900), one("xyz", 1_100), "work");
    expect([shown(flooded), flooded.waiting]).toEqual(["a1 b1 c1", 200]);
  });

  it("takes everything where the person goes on to rows that were never here", () => {
    const fresh = new Map([...one("nab", 10), [1, page("cde", 10)] as const]);
    expect(renewed(listed("abc", 9), fresh, "work")).toMatchObject({ total: 10, waiting: 0 });
  });
});

describe("what the list keeps", () => {
  const came = { key: "q", stir: "work" as Stir, accepted: 0, isWhole: true };
  const first = listedAnew(NOTHING_KEPT, { ...came, fresh: one("abc") });
  const coming = (old: Kept, part: Partial<typeof came> & { fresh: ReadonlyMap<number, RecordPage> }) =>
    listedAnew(old, { ...came, ...part });

  it("is made once of the same answers", () => {
    const fresh = one("nabc");
    const held = coming(first, { fresh });
    expect([held.listed.waiting, coming(held, { fresh }) === held]).toEqual([1, true]);
  });

  it("waits until every page in view has come, or a row between two would be lost", () => {
    expect(coming(first, { fresh: one("xyz"), isWhole: false })).toBe(first);
  });

  it("shows what waited when it is asked for", () => {
    const fresh = one("nabc");
    const shownNow = coming(coming(first, { fresh }), { fresh, accepted: 1 });
    expect([shown(shownNow.listed), shownNow.listed.waiting]).toEqual(["n1 a1 b1 c1", 0]);
  });

  it("begins anew with another question", () => {
    expect(coming(first, { key: "other", fresh: one("xab") })).toMatchObject({ listed: { waiting: 0, total: 3 } });
  });

  it("finds rows by place and places by row", () => {
    const two = { total: 201, waiting: 0, pages: new Map([...one("abc", 201), [1, page("z", 201)] as const]) };
    expect([placeOf(two, "z"), rowOf(two, PAGE_ROWS)?.id, placeOf(two, "?"), rowOf(two, 3)]).toEqual([
      200,
      "z",
      -1,
      undefined,
    ]);
  });
});
