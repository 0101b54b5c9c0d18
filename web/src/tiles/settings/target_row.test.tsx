import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { GroupChart } from "@/model/report";
import { TargetRow } from "./LookRows";

const form = { fields: [], sections: [] };
const chart = (measure: GroupChart["measure"]): GroupChart => ({ kind: "number", form: "f", measure });

function typed(measure: GroupChart["measure"], text: string): unknown[] {
  const targets: unknown[] = [];
  render(<TargetRow chart={chart(measure)} form={form} problems={[]} set={({ target }) => targets.push(target)} />);
  fireEvent.change(screen.getByRole("spinbutton"), { target: { value: text } });
  return targets;
}

it("a target of time is typed in hours and kept in milliseconds", () => {
  expect(typed({ kind: "mean_handling" }, "18")).toEqual(["64800000"]);
});

it("any other target is kept as it is typed", () => {
  expect(typed({ kind: "count" }, "18")).toEqual(["18"]);
});
