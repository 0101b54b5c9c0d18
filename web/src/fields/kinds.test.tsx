// What every kind of field owes to whoever asks the table: designer, fill page, order page, lists.

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { type ReactNode, Suspense } from "react";
import { describe, expect, it } from "vitest";
import { directoryQuery } from "@/api/directory";
import { dictionary as en } from "@/i18n/en";
import { dictionary as zh } from "@/i18n/zh";
import { isTyped } from "@/model/field_rules";
import type { Field, FieldKind } from "@/model/form";
import type { Value } from "@/model/value";
import { FormulaScope } from "./formula_input/FormulaScope";
import { FIELD_GROUPS } from "./registry";
import { kindOf, TYPES } from "./table";

type Filled = Exclude<Value, null>;

const ann = "01a20b8d-10c5-763d-aee7-25dc773db7e3";
const ops = "01a20b8d-10c5-763d-aee7-25dc773db7e4";
const photo = { id: "01a20b8d-10c5-763d-aee7-25dc773db7e5", name: "photo.jpg", bytes: 12_300, media: "image/jpeg" };
const sheet = { ...photo, name: "sheet.pdf", media: "application/pdf" };
const options = [{ id: "x", label: "Ex", color: "red" as const }];

/** A value of each kind, and how it reads. */
const SAMPLES: Record<FieldKind, [value: Filled, text: string]> = {
  text: ["pump", "pump"],
  textarea: ["leaks\nbadly", "leaks\nbadly"],
  number: ["1234.5", "1,234.5"],
  money: ["99.9", "¥ 99.90"],
  percent: ["12.5", "12.5%"],
  date: ["2026-11-24", "2026-11-24"],
  datetime: [new Date(2026, 10, 24, 8, 30).getTime(), "2026-11-24 08:30"],
  radio: ["x", "Ex"],
  select: ["x", "Ex"],
  checkbox: [["x", "gone"], "Ex、gone"],
  switch: [true, "On"],
  rating: ["3", "3/5"],
  user: [ann, "Ann"],
  dept: [ops, "Operations"],
  image: [[photo], "photo.jpg"],
  file: [[sheet], "sheet.pdf"],
  serial: ["WX-0001", "WX-0001"],
  formula: ["0.30000000000000004", "0.30000000000000004"],
};

function fieldOf(kind: FieldKind): Field {
  const control = TYPES[kind].settings();
  if ("options" in control) control.options = options;
  if (control.kind === "switch") control.on_label = "On";
  return { id: "f", label: "Field", control };
}

function inHouse(children: ReactNode) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(directoryQuery.queryKey, {
    departments: [{ id: ops, name: "Operations" }],
    teams: [],
    pinyin: {},
    users: [{ id: ann, name: "Ann", departments: [ops], is_active: true }],
  });
  return (
    <QueryClientProvider client={client}>
      <FormulaScope value={{ fields: [], sections: [] }}>
        <Suspense fallback={<i data-testid="waiting" />}>{children}</Suspense>
      </FormulaScope>
    </QueryClientProvider>
  );
}

async function shown(children: ReactNode): Promise<HTMLElement> {
  const { container } = render(inHouse(children));
  await waitFor(() => expect(screen.queryByTestId("waiting")).toBeNull(), { timeout: 15_000 });
  return container;
}

const nothing = () => undefined;
const names = (id: string) => ({ [ann]: "Ann", [ops]: "Operations" })[id] ?? id;

describe.each(Object.keys(SAMPLES) as FieldKind[])("the kind %s", (kind) => {
  const field = fieldOf(kind);
  const type = kindOf(field);
  const [value, text] = SAMPLES[kind];

  it("stands in the table under its own name, in a group, with words in both languages", () => {
    expect([type.kind, type.settings().kind]).toEqual([kind, kind]);
    expect(FIELD_GROUPS).toContain(type.group);
    expect(type.isTyped).toBe(isTyped(kind));
    for (const words of [zh.field, en.field]) expect(words).toHaveProperty(`${kind}.purpose`);
  });

  it("writes its value as text, and finds nothing wrong with it", () => {
    expect(type.toText(value, field.control, names)).toBe(text);
    const wrong =
      kind === "checkbox" ? ["unknown_option"] : kind === "number" || kind === "percent" ? ["too_many_decimals"] : [];
    expect((type.check?.(value, field.control, "f") ?? []).map(({ code }) => code)).toEqual(wrong);
  });

  it("reads back the text it wrote, where it is pasted at all", () => {
    const book = { people: () => [ann], departments: () => [ops] };
    const [given, written] = kind === "checkbox" ? [["x"], "Ex"] : [value, text];
    expect(type.fromText?.(written, field.control, book) ?? { value: given }).toEqual({ value: given });
    expect(type.fromText !== undefined).toBe(type.isTyped && !["image", "file"].includes(kind));
  });

  it("is read, in full and in one line", async () => {
    const Cell = type.Cell ?? type.Read;
    const container = await shown(
      <>
        <type.Read field={field} value={value} order={undefined} />
        <Cell field={field} value={value} order={undefined} />
      </>,
    );
    expect(container.childElementCount).toBeGreaterThan(0);
  });

  it.each([
    ["empty", null],
    ["filled", value],
  ] as const)("stands %s on a sheet that is designed", async (_how, given) => {
    const Still = type.Still ?? type.Edit;
    const resting = { isInvalid: false, describedBy: undefined, order: undefined };
    const container = await shown(
      <Still field={field} id="it" value={given} onChange={nothing} onBlur={nothing} {...resting} />,
    );
    expect(container.childElementCount).toBeGreaterThan(0);
    if (given !== null && type.Still) expect(container.textContent).not.toBe("");
  });

  it.each([
    ["empty", null],
    ["filled", value],
  ] as const)("is edited %s, under the id it is given", async (_how, given) => {
    const container = await shown(
      <>
        <span id="it-label">{field.label}</span>
        <type.Edit
          field={field}
          id="it"
          value={given}
          onChange={nothing}
          onBlur={nothing}
          isInvalid={false}
          describedBy={undefined}
          order={undefined}
        />
      </>,
    );
    if (type.isTyped) expect(container.querySelector("#it")).not.toBeNull();
  });

  it("can be set up in the designer", async () => {
    const container = await shown(<type.Settings control={field.control} onChange={nothing} problems={[]} />);
    expect(container.querySelector("[data-property]")).not.toBeNull();
  });
});
