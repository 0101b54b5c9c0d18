import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TYPES } from "@/fields/table";
import type { FormDefinition } from "@/model/form";
import { FormulaScope } from "./FormulaScope";
import FormulaTrial from "./FormulaTrial";
import { newSamples, Samples, sampleOf } from "./samples";

const FORM: FormDefinition = {
  fields: [
    { id: "qty", label: "数量", control: TYPES.number.settings() },
    { id: "price", label: "单价", control: { ...TYPES.money.settings(), max: "50" } },
    { id: "from", label: "开始", control: TYPES.date.settings() },
    { id: "until", label: "结束", control: TYPES.date.settings() },
    { id: "level", label: "程度", control: { kind: "radio", options: [{ id: "high", label: "高" }] } },
  ],
  sections: [],
};

/** Nobody is asked: who fills the form does not matter here. */
const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });

function Desk({ formula, isOpen = false, isShown = true }: { formula: string; isOpen?: boolean; isShown?: boolean }) {
  const [samples] = useState(newSamples);
  return (
    <QueryClientProvider client={client}>
      <FormulaScope value={FORM}>
        <Samples value={samples}>{isShown && <FormulaTrial formula={formula} wanted={null} isOpen={isOpen} />}</Samples>
      </FormulaScope>
    </QueryClientProvider>
  );
}

const said = () => screen.queryByRole("status")?.textContent;

describe("a formula with sample values", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    ["qty * price", "例如 数量 10、单价 ¥50.00，得到 500"],
    ['level = "high"', "例如 程度 高，得到 是"],
    ["qty / 0", "例如 数量 10，得到 空 （除数为 0）"],
    ['"x" & "y"', "现在得到 xy"],
  ])("%s says unasked what it gives", (formula, sentence) => {
    render(<Desk formula={formula} />);
    expect(said()).toBe(sentence);
  });

  it("gives a span between two days", () => {
    render(<Desk formula={'DATEDIFF(from, until, "day")'} />);
    expect(said()).toMatch(/，得到 1$/);
  });

  it("follows what is typed once the hand rests, and never goes back to what was typed before", () => {
    const { rerender } = render(<Desk formula="qty + 1" />);
    rerender(<Desk formula="qty + 12" />);
    rerender(<Desk formula="qty + 123" />);
    expect(said()).toMatch(/得到 11$/);
    act(() => void vi.advanceTimersByTime(300));
    expect(said()).toMatch(/得到 133$/);
    rerender(<Desk formula="qty +" />);
    act(() => void vi.advanceTimersByTime(300));
    expect(said()).toBeUndefined();
  });

  it("keeps the values that somebody gave while the designer is open", async () => {
    vi.useRealTimers();
    const { rerender } = render(<Desk formula="qty * 2" isOpen />);
    fireEvent.change(await screen.findByRole("spinbutton", undefined, { timeout: 15_000 }), {
      target: { value: "21" },
    });
    expect(said()).toBe("得到：42");
    rerender(<Desk formula="qty * 2" isShown={false} />);
    expect(said()).toBeUndefined();
    rerender(<Desk formula="qty * 3" />);
    expect(said()).toBe("例如 数量 21，得到 63");
  });
});

describe("a sample", () => {
  const scene = { now: 0, zone: "UTC", user: "ann", order: {}, person: () => null, department: () => null };
  const usual = { text: "T", day: 0 };

  it.each(Object.values(TYPES).map(({ kind }) => kind))("of the kind %s is a value of it", (kind) => {
    const control = TYPES[kind].settings();
    const sample = sampleOf(control, scene, usual);
    const isNone = "options" in control || kind === "dept" || kind === "image" || kind === "file";
    expect(sample === null).toBe(isNone);
  });

  it("keeps within the bounds of its field", () => {
    const between = (min: string | null, max: string | null) =>
      sampleOf({ ...TYPES.number.settings(), min, max }, scene, usual);
    expect([between(null, null), between("40", null), between(null, "3")]).toEqual(["10", "40", "3"]);
  });
});
