import { describe, expect, it } from "vitest";
import { ownSettings } from "./own_settings";

describe("a step's own settings", () => {
  it("are those that differ from the usual, in the inspector's order", () => {
    expect(
      ownSettings({
        kind: "approve",
        notices: [{ recipients: [] }],
        going_back: { recall: false },
        signature_required: true,
        fields: { amount: "hidden" },
      }),
    ).toEqual(["fields", "signature", "back", "notices"]);
    expect(ownSettings({ kind: "start", withdraw: "never" })).toEqual(["back"]);
  });

  it("are none where the usual is written out, nor at steps without people", () => {
    const going_back = { returns: "any", recall: true, transfer: true } as const;
    expect(ownSettings({ kind: "handle", fields: {}, notices: [], signature_required: false, going_back })).toEqual([]);
    expect(ownSettings({ kind: "start", withdraw: "before_first_decision" })).toEqual([]);
    expect(ownSettings({ kind: "exclusive" })).toEqual([]);
  });
});
