import { beforeEach, describe, expect, it } from "vitest";
import { applyForm } from "@/model/edit/form";
import { sectionKey } from "@/model/edit/form_plan";
import type { Control, FormDefinition } from "@/model/form";
import { createDesigner } from "@/ui/designer/session";
import { useToasts } from "@/ui/toast";
import * as act from "./act";
import { unlockedOver } from "./locks";
import type { Designing, FormStore } from "./session";

const text: Control = { kind: "text", max_chars: 20, placeholder: "", format: "any" };
const field = (id: string, label: string) => ({ id, label, control: text });

const form: FormDefinition = {
  fields: [field("a", "甲"), field("b", "乙"), field("c", "丙")],
  sections: [
    { id: "one", title: "上", items: ["a", "b"].map((id) => ({ field: id, span: 6 })) },
    { id: "two", title: "下", items: [{ field: "c", span: 12 }] },
  ],
};

function open(locked: string[], selection: string[] = []): Designing {
  const store = createDesigner(form, applyForm);
  store.getState().setAside({ hidden: [], locked });
  store.getState().select(selection);
  return { store, app: "a", form: "f", problems: [], elsewhere: [], steps: [], askRemoval: () => undefined };
}

const [a] = form.fields;
const [one, two] = form.sections;
if (!a || !one || !two) throw new Error("the form has them");

type Deed = (store: FormStore, designing: Designing) => unknown;

const ON_A: readonly [string, Deed][] = [
  ["changed", (store) => act.change(store, { ...a, label: "x" }, "label")],
  [
    "changed with others",
    (store) => act.changeAll(store, form.fields, (one) => ({ ...one, required: true }), "required"),
  ],
  ["moved", (store) => act.move(store, ["b", "a"], { section: "two", at: 0 })],
  ["moved by keys", (store) => act.step(store, 1)],
  ["made wider", (store) => act.resize(store, ["a"], 12)],
  ["removed", (_, designing) => act.remove(designing, ["a"])],
  ["moved on by the removal of its group", (_, designing) => act.remove(designing, [sectionKey("one")])],
];

const INTO_TWO: readonly [string, Deed][] = [
  ["a new field", (store) => act.add(store, "text", { section: "two", at: 0 })],
  ["a moved one", (store) => act.moveTo(store, ["a"], { section: "two", at: 0 })],
  ["a copy", (store) => act.duplicate(store, ["c"])],
];

const OF_TWO: readonly [string, Deed][] = [
  [
    "its title",
    (store) => act.changeSection(store, { kind: "put_section", section: { ...two, title: "x" }, at: 1 }, "x"),
  ],
  ["its place", (store) => act.changeSection(store, { kind: "put_section", section: two, at: 0 }, "x")],
  ["its being there", (_, designing) => act.remove(designing, [sectionKey("two")])],
];

const said = () => useToasts.getState().toasts.map((toast) => toast.text);

describe("what is locked", () => {
  beforeEach(() => useToasts.setState({ toasts: [] }));

  const refuses = (name: string, locked: string[], selection: string[], deed: Deed) => {
    const designing = open(locked, selection);
    deed(designing.store, designing);
    expect(designing.store.getState().history).toMatchObject({ doc: form, past: [] });
    expect(said()).toEqual([`“${name}”已锁定，先在大纲里解锁再改。`]);
  };
  const lets = (selection: string[], deed: Deed) => {
    const designing = open([], selection);
    deed(designing.store, designing);
    expect(designing.store.getState().history.past).toHaveLength(1);
  };

  it.each(ON_A)("is not %s, alone or by its group", (_, deed) => {
    refuses("甲", ["a"], ["a"], deed);
    useToasts.setState({ toasts: [] });
    refuses("上", [sectionKey("one")], ["a"], deed);
    lets(["a"], deed);
  });

  it.each(INTO_TWO)("takes %s into no group", (_, deed) => {
    refuses("下", [sectionKey("two")], [], deed);
    lets([], deed);
  });

  it.each(OF_TWO)("keeps of a group %s", (_, deed) => {
    refuses("下", [sectionKey("two")], [], deed);
    lets([], deed);
  });

  it("says so while it is dragged, and while something is dragged over it", () => {
    const place = { section: "two", at: 0 };
    const { store } = open(["a", sectionKey("two")]);
    expect(unlockedOver(store, ["a"], { place: { section: "one", at: 1 } }).deny).toContain("“甲”已锁定");
    expect(unlockedOver(store, ["b"], { place }).deny).toContain("“下”已锁定");
    expect(unlockedOver(store, ["b"], { place: { section: "one", at: 1 } })).toEqual({
      place: { section: "one", at: 1 },
    });
  });

  it("may be copied, and its neighbours change", () => {
    const { store } = open(["a"]);
    act.duplicate(store, ["a"]);
    act.change(store, { ...form.fields[1], ...field("b", "x") }, "label");
    expect(store.getState().history.past).toHaveLength(2);
    expect(said()).toEqual([]);
  });
});
