import { describe, expect, it } from "vitest";
import { isNewPhrase, offeredPhrases, placedPhrase, withoutPhrase, withPhrase } from "./phrase";

describe("phrases", () => {
  it("of one's own stand first, and none stands twice", () => {
    expect(offeredPhrases(["按标准处理。", "Noted."], ["Agreed. ", "Noted. "])).toEqual([
      "按标准处理。",
      "Noted.",
      "Agreed. ",
    ]);
  });

  it("are new when they say something that is not offered", () => {
    const offered = ["按标准处理。", "Noted. "];
    expect(["已电话确认。", " 已电话确认。\n"].map((text) => isNewPhrase(text, offered))).toEqual([true, true]);
    expect(["", " \n", "按标准处理。 ", "Noted."].map((text) => isNewPhrase(text, offered))).toEqual(
      Array(4).fill(false),
    );
  });

  it("go behind what is written, apart from it", () => {
    const written = ["", "轴承已换。", "Agreed. ", "Agreed.", "轴承已换"].map((text) => withPhrase(text, "请归档。"));
    expect(written).toEqual([
      "请归档。",
      "轴承已换。请归档。",
      "Agreed. 请归档。",
      "Agreed. 请归档。",
      "轴承已换 请归档。",
    ]);
  });

  it("are placed among the others, and go", () => {
    const kept = ["a", "b", "c"];
    expect(placedPhrase(kept, "d", 3)).toEqual(["a", "b", "c", "d"]);
    expect(placedPhrase(kept, "a", 1)).toEqual(["b", "a", "c"]);
    expect(placedPhrase(kept, "c", 0)).toEqual(["c", "a", "b"]);
    expect(placedPhrase(withoutPhrase(kept, "b"), "b", 1)).toEqual(kept);
  });
});
