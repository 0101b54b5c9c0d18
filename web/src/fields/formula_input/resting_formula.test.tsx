import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { TYPES } from "@/fields/table";
import type { FormDefinition } from "@/model/form";
import { FormulaScope } from "./FormulaScope";
import { RestingFormula } from "./RestingFormula";

const FORM: FormDefinition = {
  fields: [
    { id: "qty", label: "数量", control: TYPES.number.settings() },
    { id: "price", label: "单价", control: TYPES.money.settings() },
  ],
  sections: [],
};

function Desk({ start, onWake }: { start: string; onWake: (handOver: () => unknown) => void }) {
  const [value, setValue] = useState(start);
  return (
    <FormulaScope value={FORM}>
      <RestingFormula label="公式" wanted={null} value={value} isWrong={false} onChange={setValue} onWake={onWake} />
      <output>{value}</output>
    </FormulaScope>
  );
}

describe("a formula that nobody edits", () => {
  it("shows fields by their labels, and nothing as a field that stands in quotes", () => {
    render(<Desk start={'ROUND(qty * 2.5) & "qty"'} onWake={vi.fn()} />);
    expect(screen.getByTitle("qty")).toHaveTextContent("数量");
    expect(screen.getByText('"qty"')).toBeInTheDocument();
    expect(screen.getByText("ROUND")).toBeInTheDocument();
  });

  it("takes what is typed, and names fields by their ids when it is left", () => {
    render(<Desk start="" onWake={vi.fn()} />);
    const field = screen.getByRole("textbox", { name: "公式" });
    fireEvent.change(field, { target: { value: "数量 * 单价" } });
    expect(screen.getByRole("status")).toHaveTextContent("数量 * 单价");
    fireEvent.blur(field);
    expect(screen.getByRole("status")).toHaveTextContent("qty * price");
  });

  it("calls the editor, and hands over where the cursor stands, but never in the middle of a character", () => {
    const onWake = vi.fn();
    render(<Desk start="qty + 1" onWake={onWake} />);
    const field = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "公式" });
    field.focus();
    field.setSelectionRange(3, 3);
    const handOver = onWake.mock.calls[0]?.[0];
    fireEvent.compositionStart(field);
    expect(handOver()).toBe("busy");
    fireEvent.compositionEnd(field);
    expect(handOver()).toEqual({ anchor: 3, head: 3, point: null });
    expect(onWake).toHaveBeenCalledTimes(2);
  });
});
