import { describe, expect, it } from "vitest";
import { minutesOf, timeText } from "./clock_time";

describe("a time of the day", () => {
  it("is written in times of the clock", () => {
    expect(timeText(510)).toBe("08:30");
    expect(timeText(1440 + 360)).toBe("06:00");
    expect(["8:30", "08：30", "830", " 0830 "].map(minutesOf)).toEqual([510, 510, 510, 510]);
    expect([minutesOf("24:00"), minutesOf("8:60"), minutesOf("")]).toEqual([null, null, null]);
  });
});
