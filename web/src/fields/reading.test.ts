import { describe, expect, it } from "vitest";
import { readAll, readDate, readDecimal, readInstant, readName, readOption, readSwitch } from "./reading";

const options = [
  { id: "a", label: "High" },
  { id: "b", label: "Low" },
];
const people = (name: string) => ({ Ann: ["1"], Bo: ["2", "3"] })[name] ?? [];

describe("a text from a spreadsheet", () => {
  it.each([
    ["1,234.50", "1234.5"],
    ["100", "100"],
    ["2.00", "2"],
    ["¥ 1,234", "1234"],
    ["(12.5)", "-12.5"],
    ["１２％", "12"],
    ["+7", "7"],
    ["3 kg", "3"],
  ])("%s is the number %s", (text, value) => expect(readDecimal(text, "kg")).toEqual({ value }));

  it.each(["", "-", "1e3", "12a", "1.2.3"])("%s is no number", (text) =>
    expect(readDecimal(text)).toEqual({ code: "not_a_number" }),
  );

  it.each(["2026-11-04", "2026/11/4", "2026.11.4", "2026年11月4日", "2026-11-04 08:30"])("%s is a day", (text) =>
    expect(readDate(text)).toEqual({ value: "2026-11-04" }),
  );

  it.each(["2026-02-30", "11/04/2026", "soon", "2026-13-01"])("%s is no day", (text) =>
    expect(readDate(text)).toEqual({ code: "not_a_date" }),
  );

  it("an instant is of this browser's zone", () => {
    expect(readInstant("2026-11-24 8:30")).toEqual({ value: new Date(2026, 10, 24, 8, 30).getTime() });
    expect(readInstant("2026-11-24 25:30")).toEqual({ code: "not_an_instant" });
  });

  it("an option is meant by its label, in whatever case, or by its id", () => {
    expect([readOption(" high ", options), readOption("b", options), readOption("mid", options)]).toEqual([
      { value: "a" },
      { value: "b" },
      { code: "unknown_option" },
    ]);
  });

  it("several are told apart by any of the usual signs, and one wrong is wrong", () => {
    const read = (text: string) => readAll(text, (part) => readOption(part, options));
    expect([read("High、Low"), read("low, LOW"), read("High;mid")]).toEqual([
      { value: ["a", "b"] },
      { value: ["b"] },
      { code: "unknown_option" },
    ]);
  });

  it("a name that two people share means neither", () => {
    const read = (text: string) => readName(text, people, "unknown_user");
    expect([read("Ann"), read("Bo"), read("Cy")]).toEqual([
      { value: "1" },
      { code: "ambiguous_name" },
      { code: "unknown_user" },
    ]);
  });

  it("yes and no have many words, the field's own first", () => {
    expect(["运行", "yes", "×", "maybe"].map((text) => readSwitch(text, "运行", "停机"))).toEqual([
      { value: true },
      { value: true },
      { value: false },
      { code: "not_yes_or_no" },
    ]);
  });
});
