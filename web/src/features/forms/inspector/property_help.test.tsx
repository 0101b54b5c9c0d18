// Whoever sees a property for the first time reads in one sentence what it does.

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { FormulaScope } from "@/fields/formula_input/FormulaScope";
import { TYPES } from "@/fields/table";
import { applyForm } from "@/model/edit/form";
import { sectionKey } from "@/model/edit/form_plan";
import type { Field, FieldKind, FormDefinition } from "@/model/form";
import { createDesigner } from "@/ui/designer/session";
import { freshControl } from "../edits/fresh_control";
import { DesigningContext } from "../edits/session";
import { Inspector } from "./Inspector";

const KINDS = Object.keys(TYPES) as FieldKind[];

const form: FormDefinition = {
  fields: KINDS.map((kind): Field => ({ id: kind, label: kind, control: freshControl(kind) })),
  sections: [{ id: "all", title: "", items: KINDS.map((field) => ({ field, span: 12 })) }],
};

/** Every row has its label for the control, and its sentence below. */
function rowsOf(inspector: Element): { label: string; help: string }[] {
  return [...inspector.querySelectorAll("label[for]")].map((label) => ({
    label: label.textContent ?? "",
    help: label.parentElement?.parentElement?.querySelector(":scope > p")?.textContent ?? "",
  }));
}

async function inspect(selection: string[]) {
  const store = createDesigner(form, applyForm);
  store.getState().select(selection);
  const around = { problems: [], elsewhere: [], steps: [], askRemoval: () => undefined };
  const { container } = render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}>
      <DesigningContext value={{ store, app: "a", form: "f", ...around }}>
        <FormulaScope value={form}>
          <Inspector />
        </FormulaScope>
      </DesigningContext>
    </QueryClientProvider>,
  );
  await waitFor(() => expect(container.querySelector(".ant-skeleton")).toBeNull(), { timeout: 10_000 });
  return rowsOf(container);
}

const CHOSEN: readonly [what: string, selection: string[], atLeast: number][] = [
  ["the form", [], 1],
  ["a group", [sectionKey("all")], 3],
  ["several fields", ["text", "number"], 2],
  ...KINDS.map((kind): [string, string[], number] => [`a field of the kind ${kind}`, [kind], 5]),
];

describe("the inspector", () => {
  it.each(CHOSEN)("helps with every property of %s", async (_, selection, atLeast) => {
    const rows = await inspect(selection);
    expect(rows.length).toBeGreaterThanOrEqual(atLeast);
    expect(rows.filter(({ label, help }) => help === "" || help === label)).toEqual([]);
  });
});
