import { describe, expect, it } from "vitest";
import type { OrderVerb } from "@/model/order";
import { type Answers, askOf, besideHeld, bodyOf, inOrder, isPlain, missing, shownActions } from "./verbs";

const blank: Answers = { comment: "", files: [], people: [], way: "", values: {}, record_rev: 3 };

describe("verbs", () => {
  it("a rejection asks why unless the step says never, an approval only where the step says so", () => {
    expect(askOf({ verb: "reject", comment: "never" }).comment).toBe("optional");
    expect(missing({ verb: "reject", task: "t" }, blank)).toBe("comment");
    expect(missing({ verb: "reject", task: "t" }, { ...blank, comment: "  " })).toBe("comment");
    expect(missing({ verb: "approve", task: "t", comment: "on_reject" }, blank)).toBeNull();
    expect(askOf({ verb: "approve", comment: "always" }).comment).toBe("required");
  });

  it("where the step asks for a signature, only a signed decision goes, and it carries the picture", () => {
    const approve = { verb: "approve", task: "t", signature_required: true } as const;
    expect(missing(approve, blank)).toBe("signature");
    expect(missing(approve, { ...blank, signature: "s" })).toBeNull();
    expect(bodyOf(approve, { ...blank, signature: "s" })).toMatchObject({ signature: "s" });
    expect(bodyOf(approve, blank)).not.toHaveProperty("signature");
  });

  it("a transfer needs a person, a return a place", () => {
    expect(missing({ verb: "transfer" }, blank)).toBe("people");
    expect(missing({ verb: "return" }, { ...blank, comment: "x" })).toBe("way");
  });

  it("are shown where they mean something", () => {
    const verbs = (actions: OrderVerb[], now = { isEditing: false }) =>
      shownActions(
        actions.map((verb) => ({ verb })),
        now,
      ).map(({ verb }) => verb);
    expect(verbs(["approve", "save", "comment", "edit"])).toEqual(["approve"]);
    expect(verbs(["comment", "cc", "edit"])).toEqual(["edit", "cc"]);
    expect(verbs(["cc", "edit"], { isEditing: true })).toEqual(["edit"]);
  });

  it("wait with a decision that waits, unless another branch has a task for the same person", () => {
    const held = [{ id: "c", task: "t1", verb: "approve" as const, due_at: 8 }];
    const cc = { verb: "cc" as const };
    const other = { verb: "approve" as const, task: "t2" };
    expect(besideHeld({ actions: [cc], held })).toBeNull();
    expect(besideHeld({ actions: [other, cc], held })).toEqual([other, cc]);
    expect(besideHeld({ actions: [cc] })).toEqual([cc]);
  });

  it("send what the server asks for", () => {
    expect(bodyOf({ verb: "return", task: "t" }, { ...blank, way: "n2", comment: " again " })).toEqual({
      task: "t",
      target: { node: "n2" },
      comment: "again",
      files: [],
    });
    expect(bodyOf({ verb: "return", task: "t" }, { ...blank, way: "start" })).toMatchObject({ target: "start" });
    expect(bodyOf({ verb: "complete", task: "t" }, { ...blank, outcome: "fixed", files: ["f"] })).toEqual({
      task: "t",
      values: {},
      comment: "",
      files: ["f"],
      outcome: "fixed",
    });
    expect(bodyOf({ verb: "edit" }, { ...blank, values: { a: "1" } })).toEqual({ values: { a: "1" }, record_rev: 3 });
  });

  it("stand with the decision first", () => {
    const order = inOrder([{ verb: "terminate" }, { verb: "comment" }, { verb: "reject" }, { verb: "approve" }]);
    expect(order.map(({ verb }) => verb)).toEqual(["approve", "reject", "comment", "terminate"]);
    expect(isPlain({ verb: "claim" })).toBe(true);
    expect(isPlain({ verb: "cc" })).toBe(false);
  });
});
