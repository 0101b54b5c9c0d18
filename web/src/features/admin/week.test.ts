import { describe, expect, it } from "vitest";
import { datesBetween, intervalOf, isOvernight, nextInterval, overlaps, sorted, stretches, withDays } from "./week";

const off = { kind: "off" } as const;

describe("a working day", () => {
  it("ends on the next day when the end is not after the start", () => {
    const night = intervalOf("22:00", "06:00");
    expect(night).toEqual({ start_min: 1320, end_min: 1800 });
    expect(night && isOvernight(night)).toBe(true);
    expect(intervalOf("18:00", "00:00")).toEqual({ start_min: 1080, end_min: 1440 });
  });

  it("must not work the same minute twice, but may go straight on", () => {
    const noon = [
      { start_min: 720, end_min: 1080 },
      { start_min: 480, end_min: 720 },
    ];
    expect(overlaps(sorted(noon))).toBe(false);
    expect(overlaps(sorted([...noon, { start_min: 700, end_min: 730 }]))).toBe(true);
  });

  it("offers the next stretch after the last one, within the day", () => {
    expect(nextInterval([{ start_min: 510, end_min: 720 }])).toEqual({ start_min: 780, end_min: 1020 });
    expect(nextInterval([{ start_min: 600, end_min: 1440 }])).toEqual({ start_min: 1380, end_min: 1440 });
  });
});

describe("days off", () => {
  it("run over the end of a month and a leap day", () => {
    expect(datesBetween("2028-02-28", "2028-03-01")).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    expect(datesBetween("2026-10-07", "2026-10-01")).toEqual([]);
    expect(datesBetween("", "2026-10-01")).toEqual([]);
  });

  it("replace what held on those dates, in order", () => {
    const before = [{ date: "2026-10-02", day: { kind: "work_like", weekday: 1 } as const }];
    expect(withDays(before, datesBetween("2026-10-01", "2026-10-02"), off)).toEqual([
      { date: "2026-10-01", day: off },
      { date: "2026-10-02", day: off },
    ]);
  });

  it("read as one line while they follow each other", () => {
    const days = withDays([], ["2026-09-30", "2026-10-01", "2026-10-03"], off);
    expect(stretches(days).map(({ from, to }) => `${from}/${to}`)).toEqual([
      "2026-09-30/2026-10-01",
      "2026-10-03/2026-10-03",
    ]);
  });
});
