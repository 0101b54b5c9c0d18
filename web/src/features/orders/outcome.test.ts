import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "@/model/order";
import { fasterColleague } from "./outcome";

const entry = (kind: string, rest: Partial<HistoryEntry> = {}): HistoryEntry => ({ at: 1, kind, node: "n1", ...rest });
const offered = entry("offered", { data: { candidates: ["me", "li"] } });

describe("a colleague who was faster", () => {
  it("is named when the step was offered to both", () => {
    const claimed = entry("claimed", { by: "li" });
    expect(fasterColleague([entry("submitted", { by: "wang" }), offered, claimed], "me")).toBe(claimed);
  });

  it("is nobody while the step waits, when oneself decided, or when the step was others' alone", () => {
    expect(fasterColleague([offered], "me")).toBeNull();
    expect(fasterColleague([offered, entry("approved", { by: "me" })], "me")).toBeNull();
    expect(fasterColleague([offered, entry("approved", { by: "li" })], "zhou")).toBeNull();
    expect(fasterColleague([offered, entry("approved", { by: "li", node: "n2" })], "me")).toBeNull();
  });

  it("counts from the last time the step came", () => {
    expect(fasterColleague([offered, entry("returned", { by: "li" }), offered], "me")).toBeNull();
  });
});
