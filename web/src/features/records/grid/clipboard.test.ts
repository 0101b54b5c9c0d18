import { describe, expect, it } from "vitest";
import { readPasted, readTabbed, readTable, tabbed, tableHtml } from "./clipboard";

const block = [
  ["a", 'say "b"', ""],
  ["c\td", "two\nlines", "3"],
];

describe("the clipboard", () => {
  it("takes what a spreadsheet reads back", () => {
    expect(tabbed(block)).toBe('a\t"say ""b"""\t\n"c\td"\t"two\nlines"\t3');
    expect(readTabbed(tabbed(block))).toEqual(block);
  });

  it("reads lines that end as on any machine, and no row after the last", () => {
    expect(readTabbed("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(readTabbed("")).toEqual([[""]]);
  });

  it("leaves a quote that opens nothing", () => expect(readTabbed('"3/4 inch\tb')).toEqual([['"3/4 inch', "b"]]));

  it("keeps types for Excel: only numbers stand without the mark of a text", () => {
    const html = tableHtml([
      [
        { text: "007", isNumber: false },
        { text: "1.5", isNumber: true },
      ],
    ]);
    expect(html).toContain("<td style='mso-number-format:\"\\@\"'>007</td><td>1.5</td>");
    expect(readTable(html)).toEqual([["007", "1.5"]]);
  });

  it("writes no markup of its own accord", () => {
    const html = tableHtml([[{ text: '<img src="x">&\nb', isNumber: false }]]);
    expect(readTable(html)).toEqual([['<img src="x">&\nb']]);
  });

  it("spreads merged cells over their places", () => {
    const html = "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>";
    expect(readTable(html)).toEqual([
      ["a", "b", ""],
      ["", "c", "d"],
    ]);
  });

  it("prefers the plain text of a block, and the table where there is no other", () => {
    const html = "<table><tr><td>x</td><td>y</td></tr></table>";
    expect(readPasted({ text: "a\tb", html })).toEqual([["a", "b"]]);
    expect(readPasted({ text: "", html })).toEqual([["x", "y"]]);
    expect(readPasted({ text: "plain", html: "<b>plain</b>" })).toEqual([["plain"]]);
  });
});
