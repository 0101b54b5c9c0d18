// Shares of a whole, as a ring. The legend with the numbers is text beside it, not part of the drawing.

import type { Format } from "@/ui/format";
import type { Reading } from "../reading";
import type { Drawing } from "./drawing";
import type { Option } from "./engine";
import { frameOf } from "./frame";
import { colorAt } from "./paint";

export function shareColor({ paint, readings }: Drawing, index: number): string {
  const reading = readings[index];
  return colorAt(paint, index, reading?.color ?? null, reading?.isRest ?? false);
}

export function ringOption(drawing: Drawing): Option {
  const { readings, paint, canOpen } = drawing;
  const { grid: _, ...frame } = frameOf(drawing, "item");
  return {
    ...frame,
    series: [
      {
        id: "ring",
        type: "pie",
        cursor: canOpen ? "pointer" : "default",
        radius: ["64%", "92%"],
        label: { show: false },
        labelLine: { show: false },
        itemStyle: { borderColor: paint.surface, borderWidth: 2, borderRadius: 3 },
        emphasis: { scaleSize: 4 },
        data: readings.map(({ label, value }, index) => ({
          name: label,
          value: Math.max(0, value ?? 0),
          itemStyle: { color: shareColor(drawing, index) },
        })),
      },
    ],
  };
}

/** Of each of them, in words; what is below zero has none. */
export function sharesOf(readings: readonly Reading[], format: Format): string[] {
  const whole = readings.reduce((sum, { value }) => sum + Math.max(0, value ?? 0), 0);
  const share = (value: number | null) => (whole > 0 ? (value ?? 0) / whole : 0);
  return readings.map(({ value }) => format.number(share(value), { style: "percent", maximumFractionDigits: 0 }));
}
