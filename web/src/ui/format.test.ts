import { describe, expect, it } from "vitest";
import { formatOf } from "./format";

const zh = formatOf("zh");
const en = formatOf("en");

describe("format", () => {
  it("says a span in its two largest units", () => {
    expect([zh.span(0), zh.span(90 * 60_000), zh.span(51 * 3_600_000)]).toEqual(["0分钟", "1小时 30分钟", "2天 3小时"]);
    expect(en.span(51 * 3_600_000)).toBe("2 days 3 hr");
  });

  it("shortens large numbers as the language does", () => {
    expect([zh.short(12_300), en.short(12_300)]).toEqual(["1.23万", "12.3K"]);
  });

  it("says how long ago within a week, the date after it", () => {
    const now = Date.UTC(2026, 10, 24, 4);
    expect(zh.ago(now - 5 * 60_000, now)).toBe("5分钟前");
    expect(zh.ago(now - 9 * 86_400_000, now)).toBe("2026/11/15");
  });

  it("names the days of the week, Monday first", () => {
    expect([1, 7].map(zh.weekday)).toEqual(["周一", "周日"]);
    expect([1, 7].map(en.weekday)).toEqual(["Mon", "Sun"]);
  });
});
