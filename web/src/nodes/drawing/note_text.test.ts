import { expect, it } from "vitest";
import { noteLines } from "./note_text";

const lines = (text: string, height = 200) => noteLines({ text, width: 102, height }).map((line) => line.text);

it("words of a note go on where they no longer fit, and no line begins with a comma", () => {
  expect(lines("先问财务再问采购")).toEqual(["先问财务再问", "采购"]);
  expect(lines("必须两个人签，少一个都不行")).toEqual(["必须两个人", "签，少一个都", "不行"]);
  expect(lines("ask finance first\n好")).toEqual(["ask ", "finance ", "first", "好"]);
});

it("what the paper has no room for is cut, and says so", () => {
  expect(lines("先问财务再问采购\n然后", 52)).toEqual(["先问财务再问", "采购…"]);
});
