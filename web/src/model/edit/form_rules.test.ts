import { describe, expect, it } from "vitest";
import type { Control, Field, FormDefinition } from "../form";
import { dependenciesOf, type Reading, usersOf } from "./form_rules";

const text: Control = { kind: "text", max_chars: 200, placeholder: "", format: "any" };
const sum = (formula: string): Control => ({ kind: "formula", formula, result: "number", decimals: 2 });
const field = (id: string, more: Partial<Field> = {}): Field => ({ id, label: id, control: text, ...more });

const form = (fields: Field[], more: Partial<FormDefinition> = {}): FormDefinition => ({
  fields,
  sections: [{ id: "one", title: "", items: fields.map(({ id }) => ({ field: id, span: 12 })) }],
  ...more,
});

const names = (readings: readonly Reading[] = []) => readings.map(({ owner, property }) => `${owner}.${property}`);

describe("the rules of a form", () => {
  const order = form(
    [
      field("total", { control: sum("net + tax") }),
      field("net", { control: sum("count * price") }),
      field("tax", { control: sum("net * 0.1"), visible_if: 'kind = "b"' }),
      field("why", { required_if: "total > 100", default: '"none"' }),
      ...["count", "price", "kind"].map((id) => field(id)),
    ],
    { title: "CONCAT(kind, why)" },
  );

  it("name who reads a field, and not the field itself", () => {
    expect(names(usersOf(order, ["net"]))).toEqual(["total.formula", "tax.formula"]);
    expect(names(usersOf(order, ["net", "tax"]))).toEqual(["total.formula"]);
  });

  it("are settled one after the other, each behind what it reads", () => {
    const { stages, circles, stuck } = dependenciesOf(order);
    expect(stages.map(names)).toEqual([
      ["net.formula", "tax.visible_if", "title.title"],
      ["tax.formula"],
      ["total.formula"],
      ["why.required_if"],
    ]);
    expect([circles, stuck]).toEqual([[], []]);
  });

  it("show a field by the rule of its section", () => {
    const drawn = form([field("a"), field("b"), field("c", { visible_if: "IS_EMPTY(b)" })]);
    const [one] = drawn.sections;
    if (!one) throw new Error("it has a section");
    const sections = [
      { ...one, items: one.items.filter((item) => item.field !== "b") },
      { id: "two", title: "", visible_if: "IS_EMPTY(a)", items: [{ field: "b", span: 12 }] },
    ];
    expect(dependenciesOf({ ...drawn, sections }).stages.map(names)).toEqual([
      ["section:two.visible_if"],
      ["c.visible_if"],
    ]);
  });

  it("come round in circles, and hold up what is behind them and nothing else", () => {
    const { stages, circles, stuck } = dependenciesOf(
      form([
        field("a", { visible_if: "IS_EMPTY(c)" }),
        field("b", { visible_if: "IS_EMPTY(a)" }),
        field("c", { visible_if: "IS_EMPTY(b)" }),
        field("self", { visible_if: "IS_EMPTY(self)" }),
        field("behind", { visible_if: "IS_EMPTY(c)" }),
        field("free", { visible_if: "IS_EMPTY(other)" }),
        field("other"),
      ]),
    );
    expect(circles).toEqual([["a", "c", "b"], ["self"]]);
    expect(names(stuck)).toEqual(["a", "b", "c", "self", "behind"].map((id) => `${id}.visible_if`));
    expect(stages.map(names)).toEqual([["free.visible_if"]]);
  });

  it("may read what is gone, and are nothing while they cannot be read", () => {
    const { stages } = dependenciesOf(form([field("a", { visible_if: "IS_EMPTY(gone)", required_if: "IS_EMPTY(" })]));
    expect(stages).toEqual([[{ owner: "a", property: "visible_if", text: "IS_EMPTY(gone)", reads: ["gone"] }]]);
  });
});
