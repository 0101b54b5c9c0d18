import { afterEach, describe, expect, it } from "vitest";
import type { Apply } from "@/model/edit/history";
import { useToasts } from "../toast";
import { createDesigner } from "./session";
import { toastLoaded, toastStep } from "./step_toast";

type Doc = readonly string[];
type Change = { add: string } | { remove: true };

const apply: Apply<Doc, Change> = (doc, change) =>
  "add" in change
    ? { doc: [...doc, change.add], inverse: { remove: true } }
    : { doc: doc.slice(0, -1), inverse: { add: doc.at(-1) ?? "" } };

describe("a designer's session", () => {
  it("undoes and redoes with the selection", () => {
    const store = createDesigner<Doc, Change>([], apply);
    store.getState().dispatch({ changes: [{ add: "a" }], name: { key: "add" }, selection: ["a"] });
    store.getState().undo();
    expect(store.getState().history).toMatchObject({ doc: [], selection: [] });
    store.getState().redo();
    expect(store.getState().history).toMatchObject({ doc: ["a"], selection: ["a"] });
  });
});

const shown = () => useToasts.getState().toasts.map(({ text }) => text);

describe("the way back that is offered beside a step", () => {
  afterEach(() => useToasts.setState({ toasts: [] }));

  it("takes back that step", () => {
    const store = createDesigner<Doc, Change>(["a", "b"], apply);
    store.getState().dispatch({ changes: [{ remove: true }], name: { key: "remove" } });
    toastStep(store, "b is gone");
    store.getState().select(["a"]);
    expect(shown()).toEqual(["b is gone"]);
    useToasts.getState().toasts[0]?.undo?.();
    expect(store.getState().history.doc).toEqual(["a", "b"]);
  });

  it("is withdrawn when another step follows, or this one was taken back by key", () => {
    const store = createDesigner<Doc, Change>(["a", "b"], apply);
    const removeLast = () => {
      store.getState().dispatch({ changes: [{ remove: true }], name: { key: "remove" } });
      toastStep(store, "gone");
    };
    removeLast();
    store.getState().dispatch({ changes: [{ add: "c" }], name: { key: "add" } });
    expect(shown()).toEqual([]);
    removeLast();
    store.getState().undo();
    expect(shown()).toEqual([]);
    expect(store.getState().history.doc).toEqual(["a", "c"]);
  });

  it("is withdrawn from what was loaded as soon as it is changed", () => {
    const store = createDesigner<Doc, Change>(["mine"], apply);
    const offered = (back: () => void) => {
      store.getState().replace(["theirs"]);
      toastLoaded(store, "theirs is here", back);
    };
    let backs = 0;
    offered(() => {
      backs += 1;
    });
    store.getState().select(["theirs"]);
    expect(shown()).toEqual(["theirs is here"]);
    useToasts.getState().toasts[0]?.undo?.();
    expect(backs).toBe(1);
    useToasts.setState({ toasts: [] });
    offered(() => undefined);
    store.getState().dispatch({ changes: [{ add: "more" }], name: { key: "add" } });
    expect(shown()).toEqual([]);
  });

  it("is not made where nothing was done", () => {
    toastStep(createDesigner<Doc, Change>([], apply), "nothing");
    expect(shown()).toEqual([]);
  });
});
