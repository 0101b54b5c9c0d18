import { describe, expect, it } from "vitest";
import { band } from "./watermark";

function drawn(lines: readonly string[], width: number, height: number) {
  const boxes: number[][] = [];
  const texts: { text: string; x: number; y: number; room: number }[] = [];
  const context = {
    font: "",
    fillRect: (...box: number[]) => boxes.push(box),
    fillText: (text: string, x: number, y: number, room: number) => texts.push({ text, x, y, room }),
  };
  band(lines)(context as unknown as CanvasRenderingContext2D, width, height);
  return { box: boxes[0] ?? [], texts, letters: Number.parseInt(context.font, 10) };
}

describe("a watermark", () => {
  it("stands on a band at the foot, inside the picture", () => {
    const { box, texts } = drawn(["2026/03/04 09:30 Chen Jie", "Shop 2"], 2000, 1500);
    const [left = 0, top = 0, width = 0, height = 0] = box;
    expect([left, width, top + height]).toEqual([0, 2000, 1500]);
    expect(texts.map(({ text }) => text)).toEqual(["2026/03/04 09:30 Chen Jie", "Shop 2"]);
    for (const { x, y, room } of texts) {
      expect(x + room).toBeLessThan(2000);
      expect(y).toBeGreaterThan(top);
      expect(y).toBeLessThan(1500);
    }
  });

  it("grows with the picture and stays readable on a small one", () => {
    expect(drawn(["x"], 4000, 3000).letters).toBeGreaterThan(drawn(["x"], 1000, 750).letters);
    expect(drawn(["x"], 64, 48).letters).toBe(12);
  });
});
