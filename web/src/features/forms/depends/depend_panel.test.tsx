import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { applyForm } from "@/model/edit/form";
import { sectionKey } from "@/model/edit/form_plan";
import type { Control, FormDefinition } from "@/model/form";
import { createDesigner } from "@/ui/designer/session";
import { DesigningContext } from "../edits/session";
import type { Use } from "../edits/uses";
import DependPanel from "./DependPanel";

const text: Control = { kind: "text", max_chars: 20, placeholder: "", format: "any" };
const sum = (formula: string): Control => ({ kind: "formula", formula, result: "number", decimals: 0 });

const form: FormDefinition = {
  fields: [
    { id: "count", label: "数量", control: text },
    { id: "net", label: "小计", control: sum("LEN(count)") },
    { id: "total", label: "合计", control: sum("net + LEN(gone)") },
    { id: "left", label: "左", control: text, visible_if: "IS_EMPTY(right)" },
    { id: "right", label: "右", control: text, visible_if: "IS_EMPTY(left)" },
  ],
  sections: [
    { id: "one", title: "甲", items: ["count", "left", "right"].map((field) => ({ field, span: 12 })) },
    {
      id: "two",
      title: "乙",
      visible_if: "LEN(count) > 1",
      items: ["net", "total"].map((field) => ({ field, span: 12 })),
    },
  ],
};

const TITLE: Use = { where: "formula", owner: "title", property: "title", name: "", fields: ["total"] };

function open() {
  const store = createDesigner(form, applyForm);
  const around = { problems: [], elsewhere: [TITLE], steps: [], askRemoval: () => undefined };
  render(
    <DesigningContext value={{ store, app: "a", form: "f", ...around }}>
      <DependPanel onClose={() => undefined} />
    </DesigningContext>,
  );
  return {
    selection: () => store.getState().history.selection,
    chosen: within(screen.getByRole("region", { name: "选中的字段" })),
    order: within(screen.getByRole("region", { name: "计算顺序" })),
  };
}

const press = (button: HTMLElement) => userEvent.click(button);

it("lists the rules in the order they are settled, and circles before all as the problems panel says them", () => {
  const { order } = open();
  const words = order.getAllByRole("listitem").map((row) => row.textContent);
  expect(words).toEqual([
    "左公式或显示条件互相引用，形成了循环：左 → 右 → 左",
    "左显示条件右",
    "右显示条件左",
    "小计公式数量",
    "乙显示条件数量",
    "合计公式小计已删除：gone",
  ]);
});

it("leads from a rule to where it stands, and from what it reads to that field", async () => {
  const { selection, order } = open();
  await press(order.getByRole("button", { name: "乙 显示条件" }));
  expect(selection()).toEqual([sectionKey("two")]);
  await press(order.getByRole("button", { name: "小计" }));
  expect(selection()).toEqual(["net"]);
});

it("says of what is selected what it depends on, by its group too, and who uses it", async () => {
  const { chosen, order } = open();
  expect(chosen.getByText("选中一个字段，看它取决于什么、被谁使用。")).toBeVisible();
  await press(order.getByRole("button", { name: "合计 公式" }));
  expect(chosen.getByRole("heading", { name: "合计" })).toBeVisible();
  const rows = chosen.getAllByRole("listitem").map((row) => row.textContent);
  expect(rows).toEqual(["公式小计已删除：gone", "乙显示条件数量", "表单工单标题"]);
  await press(chosen.getByRole("button", { name: "数量" }));
  expect(chosen.getByText("不取决于别的字段")).toBeVisible();
  expect(chosen.getByText("被 2 处使用")).toBeVisible();
});
