import { describe, expect, it } from "vitest";
import { columnWidths, fitted, widthOf } from "./letters";

describe("the words of a picture", () => {
  it("are as wide as their letters, a Chinese one being a square", () => {
    expect([widthOf("车间", 10), widthOf("a车", 100), widthOf("", 10)]).toEqual([20, 160, 0]);
  });

  it("end with a mark where there is no room, and never in the middle of a letter", () => {
    expect(fitted("机加工车间", 60, 10)).toBe("机加工车间");
    expect(fitted("机加工车间", 40, 10)).toBe("机加工…");
    expect(fitted("😀😀😀", 25, 10)).toBe("😀…");
    expect(fitted("a", 0, 10)).toBe("…");
  });

  it("stand in columns that share what is left, or what is missing among the wide ones", () => {
    expect(columnWidths([40, 60], 200)).toEqual([90, 110]);
    expect(columnWidths([20, 300, 300], 220)).toEqual([20, 100, 100]);
    expect(columnWidths([20, 90, 300], 220)).toEqual([20, 90, 110]);
  });
});
