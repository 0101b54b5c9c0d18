import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { useStore } from "zustand";
import type { Apply } from "@/model/edit/history";
import { useAnnounced } from "./announce";
import { OutlineRow } from "./OutlineRow";
import { ShowAll } from "./ShowAll";
import { createDesigner, type DesignerStore } from "./session";
import { keepAside, turnAside } from "./set_aside";

type Doc = readonly string[];
type Change = { add: string };

const apply: Apply<Doc, Change> = (doc, { add }) => ({ doc: [...doc, add], inverse: { add: "" } });

function open(): DesignerStore<Doc, Change> {
  const store = createDesigner<Doc, Change>(["a", "b"], apply);
  keepAside(store, "form.f");
  return store;
}

beforeEach(() => localStorage.clear());
afterEach(() => useAnnounced.setState({ text: "", count: 0 }));

it("is kept by document and is no step of its history", () => {
  const store = open();
  turnAside(store, "hidden", ["a"], "A");
  turnAside(store, "locked", ["b"], "B");
  expect(store.getState().history).toMatchObject({ doc: ["a", "b"], past: [] });
  expect(open().getState().aside).toEqual({ hidden: ["a"], locked: ["b"] });
  const other = createDesigner<Doc, Change>([], apply);
  keepAside(other, "form.g");
  expect(other.getState().aside).toEqual({ hidden: [], locked: [] });
});

it("leaves nothing behind once all of it is taken back", () => {
  const store = open();
  turnAside(store, "hidden", ["a"], "A");
  expect(localStorage.length).toBe(1);
  turnAside(store, "hidden", ["a"], "A");
  expect(localStorage.length).toBe(0);
});

it("is turned on for several until all of them have it", () => {
  const store = open();
  turnAside(store, "locked", ["a"], "A");
  turnAside(store, "locked", ["a", "b"], "A, B");
  expect(store.getState().aside.locked).toEqual(["a", "b"]);
  expect(useAnnounced.getState().text).toBe("“A, B”已锁定");
  turnAside(store, "locked", ["a", "b"], "A, B");
  expect(store.getState().aside.locked).toEqual([]);
});

function Row({ store }: { store: DesignerStore<Doc, Change> }) {
  const { hidden, locked } = useStore(store, ({ aside }) => aside);
  return (
    <OutlineRow
      icon={null}
      text="Amount"
      placeholder="Number"
      isSelected={false}
      onSelect={() => undefined}
      onRename={() => undefined}
      aside={{
        isHidden: hidden.includes("a"),
        isLocked: locked.includes("a"),
        onHide: () => turnAside(store, "hidden", ["a"], "Amount"),
        onLock: () => turnAside(store, "locked", ["a"], "Amount"),
      }}
    />
  );
}

it("is turned by the row of the outline, which says what the next press does", () => {
  const store = open();
  render(<Row store={store} />);
  fireEvent.click(screen.getByRole("button", { name: "在画布上隐藏“Amount”" }));
  fireEvent.click(screen.getByRole("button", { name: "锁定“Amount”，防止误改" }));
  expect(store.getState().aside).toEqual({ hidden: ["a"], locked: ["a"] });
  expect(screen.getByRole("button", { name: "解锁“Amount”" })).toBeTruthy();
});

it("counts what is hidden as far as it is there, and shows all of it by one press", () => {
  const store = open();
  turnAside(store, "hidden", ["a", "gone"], "A");
  render(<ShowAll store={store} has={(id) => store.getState().history.doc.includes(id)} />);
  fireEvent.click(screen.getByRole("button", { name: /已隐藏 1 项/ }));
  expect(store.getState().aside.hidden).toEqual([]);
  expect(screen.queryByRole("button")).toBeNull();
});
