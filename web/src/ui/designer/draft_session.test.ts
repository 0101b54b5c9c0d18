import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem, problemOfCode, unreachable } from "@/api/problem";
import type { Apply } from "@/model/edit/history";
import type { Problem } from "@/model/problem";
import { openDraft } from "./draft_session";
import type { Held } from "./saving";

type Doc = readonly string[];
type Change = { add: string } | { remove: true };

const apply: Apply<Doc, Change> = (doc, change) =>
  "add" in change
    ? { doc: [...doc, change.add], inverse: { remove: true } }
    : { doc: doc.slice(0, -1), inverse: { add: doc.at(-1) ?? "" } };

const PROBLEM: Problem = { place: "tiles.bar", code: "required", severity: "error", data: {} };

/** One document on a server that refuses stale saves, and fails as it is told to. */
class Server {
  held: Held<Doc> = { rev: 1, doc: [], problems: [] };
  failures: unknown[] = [];
  /** Saved, but the answer is lost on its way. */
  losesAnswer = false;
  readonly written: Doc[] = [];
  private readonly slow: (() => void)[] = [];
  isSlow = false;

  read = async () => this.held;

  write = async (doc: Doc, rev: number) => {
    this.written.push(doc);
    if (this.isSlow) await new Promise<void>((answered) => this.slow.push(answered));
    const failure = this.failures.shift();
    if (failure) throw failure;
    if (rev !== this.held.rev) {
      throw new ApiProblem({ ...problemOfCode(409, "stale_revision"), data: { by: "u2", at: 7 } });
    }
    this.held = { rev: rev + 1, doc, problems: [] };
    if (this.losesAnswer) throw unreachable();
    return this.held;
  };

  answer = () => this.slow.shift()?.();

  /** Somebody else saves. */
  other(doc: Doc): void {
    this.held = { rev: this.held.rev + 1, doc, problems: [] };
  }
}

let server: Server;
let stops: (() => void)[] = [];

function open() {
  const draft = openDraft(
    apply,
    { name: "form.f", place: "/forms/f/draft", read: server.read, write: server.write },
    server.held,
  );
  const stop = draft.start();
  stops.push(stop);
  const add = (text: string) => draft.store.getState().dispatch({ changes: [{ add: text }], name: { key: "add" } });
  return {
    ...draft,
    add,
    stop,
    doc: () => draft.store.getState().history.doc,
    is: () => draft.keeping.getState().saving.is,
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const kept = () => Object.keys(localStorage).filter((name) => name.includes("unsaved"));

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  server = new Server();
  stops = [];
});

afterEach(() => {
  for (const stop of stops) stop();
  vi.useRealTimers();
});

describe("an open draft", () => {
  it("is saved once, a moment after the last change", async () => {
    const draft = open();
    draft.add("a");
    await pass(1_000);
    draft.add("b");
    await pass(2_000);
    expect([server.written, draft.is(), kept()]).toEqual([[["a", "b"]], "saved", []]);
  });

  it("never has two saves on their way", async () => {
    const draft = open();
    server.isSlow = true;
    draft.add("a");
    await pass(2_000);
    draft.add("b");
    await pass(10_000);
    expect([server.written.length, draft.is()]).toEqual([1, "saving"]);
    server.answer();
    await pass(2_000);
    expect(server.written.at(-1)).toEqual(["a", "b"]);
  });

  it("is kept on the device until the server has it, through a closed tab", async () => {
    server.failures = [unreachable(), unreachable()];
    const draft = open();
    draft.add("a");
    await pass(2_000);
    expect([draft.is(), kept().length]).toEqual(["waiting", 1]);
    draft.stop();
    const next = open();
    expect([next.isRecalled, next.doc(), next.is()]).toEqual([true, ["a"], "dirty"]);
    await pass(10_000);
    expect([next.is(), server.held.doc, kept()]).toEqual(["saved", ["a"], []]);
  });

  it("is kept at once when the page goes", () => {
    const draft = open();
    draft.add("a");
    dispatchEvent(new Event("pagehide"));
    expect(kept()).toHaveLength(1);
  });

  it("says when this device has no room for it", async () => {
    server.failures = [unreachable()];
    const draft = open();
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    vi.stubGlobal("localStorage", { setItem: full });
    draft.add("a");
    await pass(2_000);
    expect([draft.is(), draft.keeping.getState().isKept]).toEqual(["waiting", false]);
    vi.unstubAllGlobals();
  });

  it("saves what is left when its designer closes", async () => {
    const draft = open();
    draft.add("a");
    draft.stop();
    await pass(0);
    expect([server.held.doc, kept()]).toEqual([["a"], []]);
  });

  it("goes again as soon as the network is back", async () => {
    server.failures = [unreachable()];
    const draft = open();
    draft.add("a");
    await pass(2_000);
    dispatchEvent(new Event("online"));
    await pass(0);
    expect(draft.is()).toBe("saved");
  });

  it("is saved once more when something is to be said of it", async () => {
    const draft = open();
    draft.saveAgain();
    await pass(2_000);
    expect(server.written).toEqual([[]]);
  });
});

describe("a draft that is refused", () => {
  it("says why, stays on the device, and goes again only when it changes or the person says so", async () => {
    const refusal = problemOfCode(403, "not_allowed");
    server.failures = [refusal, refusal, refusal];
    const draft = open();
    draft.add("a");
    await pass(60_000);
    expect([server.written.length, draft.is(), draft.keeping.getState().refusal, kept().length]).toEqual([
      1,
      "refused",
      refusal,
      1,
    ]);
    draft.add("b");
    expect([draft.is(), draft.keeping.getState().refusal]).toEqual(["dirty", refusal]);
    await pass(60_000);
    await expect(draft.saveNow()).rejects.toBe(refusal);
    expect(await draft.saveNow()).toBe(2);
    expect([server.held.doc, draft.keeping.getState().refusal, kept()]).toEqual([["a", "b"], null, []]);
  });

  it("shows what the server marked", async () => {
    server.failures = [new ApiProblem({ ...problemOfCode(422, "invalid"), problems: [PROBLEM] })];
    const draft = open();
    draft.add("a");
    await pass(2_000);
    expect([draft.is(), draft.keeping.getState().problems]).toEqual(["refused", [PROBLEM]]);
    draft.add("b");
    await pass(2_000);
    expect([draft.is(), draft.keeping.getState().problems]).toEqual(["saved", []]);
  });
});

describe("somebody else's save", () => {
  const met = async () => {
    const draft = open();
    server.other(["theirs"]);
    draft.add("mine");
    await pass(2_000);
    return draft;
  };

  it("is never written over unasked, and shown from where both began", async () => {
    const draft = await met();
    draft.add("more");
    await pass(60_000);
    expect(server.written).toHaveLength(1);
    expect(draft.keeping.getState().saving).toEqual({
      is: "conflict",
      rival: { by: "u2", at: 7 },
      before: [],
      theirs: { rev: 2, doc: ["theirs"], problems: [] },
    });
    expect([await draft.saveNow(), kept().length]).toEqual([null, 1]);
  });

  it("gives way to mine", async () => {
    const draft = await met();
    draft.keepMine();
    await pass(0);
    expect([draft.is(), server.held.doc]).toEqual(["saved", ["mine"]]);
  });

  it("that came after the one that was shown is shown as well", async () => {
    const draft = await met();
    server.other(["theirs", "later"]);
    draft.keepMine();
    await pass(0);
    expect([draft.is(), server.held.doc]).toEqual(["conflict", ["theirs", "later"]]);
  });

  it("takes the place of mine, and undo ends there", async () => {
    const draft = await met();
    draft.takeTheirs();
    draft.store.getState().undo();
    await pass(2_000);
    expect([draft.is(), draft.doc(), kept()]).toEqual(["saved", ["theirs"], []]);
    draft.add("more");
    for (let times = 0; times < 3; times++) draft.store.getState().undo();
    await pass(2_000);
    expect([draft.is(), server.held.doc]).toEqual(["saved", ["theirs"]]);
  });

  it("gives mine back with its history, to be asked again whose stays", async () => {
    const draft = await met();
    const question = draft.keeping.getState().saving;
    draft.takeTheirs()();
    await pass(60_000);
    expect(draft.keeping.getState().saving).toEqual(question);
    expect([draft.doc(), server.held.doc, kept().length]).toEqual([["mine"], ["theirs"], 1]);
    draft.store.getState().undo();
    expect(draft.doc()).toEqual([]);
    draft.store.getState().redo();
    draft.keepMine();
    await pass(0);
    expect([draft.is(), server.held.doc]).toEqual(["saved", ["mine"]]);
  });

  it("keeps what was done to it, and mine does not come back over that", async () => {
    const draft = await met();
    const back = draft.takeTheirs();
    draft.add("since");
    back();
    await pass(2_000);
    expect([draft.is(), draft.doc(), server.held.doc]).toEqual(["saved", ["theirs", "since"], ["theirs", "since"]]);
  });

  it("is known for what it was drawn over even after the tab was closed", async () => {
    (await met()).stop();
    const next = open();
    await pass(2_000);
    expect(next.keeping.getState().saving).toMatchObject({ is: "conflict", before: [] });
  });

  it("is none when it says the same", async () => {
    const draft = open();
    server.other(["same"]);
    draft.add("same");
    await pass(2_000);
    expect(draft.is()).toBe("saved");
  });

  it("is none when it was my own, whose answer was lost", async () => {
    const draft = open();
    server.losesAnswer = true;
    draft.add("a");
    await pass(2_000);
    server.losesAnswer = false;
    server.failures = [unreachable()];
    draft.add("b");
    await pass(2_000);
    draft.add("c");
    await pass(10_000);
    expect([draft.is(), server.held.doc]).toEqual(["saved", ["a", "b", "c"]]);
  });
});
