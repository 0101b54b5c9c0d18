import { describe, expect, it } from "vitest";
import type { Field, FormDefinition } from "@/model/form";
import { byLabel } from "./by_label";

const field = (id: string, label: string): Field => ({
  id,
  label,
  control: { kind: "number", decimals: 0, min: null, max: null, unit: "", thousands: false } as never,
});

const form: FormDefinition = {
  fields: [field("number", "数量"), field("money", "单价"), field("total", "数量合计"), field("sum", "SUM")],
  sections: [],
};

function read(text: string, cursor?: number): string {
  return byLabel(text, form, cursor).reduceRight(
    (now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to),
    text,
  );
}

describe("labels in a formula", () => {
  it("are taken for their fields, the longest first", () => {
    expect(read("数量 * 单价")).toBe("number * money");
    expect(read("数量合计-数量")).toBe("total-number");
  });

  it("stay while they are typed, for they may become longer", () => {
    expect(read("数量", 2)).toBe("数量");
    expect(read("数量*", 3)).toBe("number*");
  });

  it("are only whole words, never text in quotes, and never a function that is called", () => {
    expect(read("总数量 + 数量级")).toBe("总数量 + 数量级");
    expect(read('CONCAT("数量", 单价)')).toBe('CONCAT("数量", money)');
    expect(read("SUM(1, 2) + SUM")).toBe("SUM(1, 2) + sum");
  });
});
