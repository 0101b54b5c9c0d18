// What bars and lines share: axes, grid, legend, tooltip, target line.

import { isStill } from "@/ui/motion";
import type { Drawing } from "./drawing";
import type { Option } from "./engine";
import { colorAt } from "./paint";
import { type TooltipLine, tooltipOf } from "./tooltip";

/** What the library hands to a tooltip or a label of an axis. */
interface Pointed {
  dataIndex: number;
}

/** The lines of a tooltip: one per split, or one. */
function linesOf(drawing: Drawing, index: number): TooltipLine[] {
  const { readings, splits, paint, amount, whole } = drawing;
  const reading = readings[index];
  if (!reading) return [];
  if (splits.length === 0) {
    return [{ color: groupColor(drawing, index), label: reading.label, value: amount(reading.value) }];
  }
  const parts = splits
    .map((split, at) => ({
      color: colorAt(paint, at, split.color, split.isRest),
      label: split.label,
      value: amount(reading.parts.get(split.key) ?? null),
      isThere: reading.parts.has(split.key),
    }))
    .filter(({ isThere }) => isThere);
  return whole ? [...parts, { color: "transparent", label: whole, value: amount(reading.value) }] : parts;
}

/** Options and states bring colours; a chosen colour wins; else one colour for all. */
export function groupColor({ readings, paint, color }: Drawing, index: number): string {
  const reading = readings[index];
  if (reading?.isRest) return paint.rest;
  if (color) return paint.fill[color];
  return reading?.color ? paint.fill[reading.color] : colorAt(paint, 0, null);
}

export function frameOf(drawing: Drawing, trigger: "axis" | "item" = "axis"): Option {
  const { paint, readings, splits } = drawing;
  return {
    animation: !isStill(),
    animationDuration: 320,
    animationDurationUpdate: 320,
    textStyle: { fontFamily: paint.font, color: paint.text },
    grid: { left: 4, right: 12, top: splits.length > 0 ? 34 : 20, bottom: 2, containLabel: true },
    tooltip: {
      trigger,
      confine: true,
      axisPointer: { type: "shadow", shadowStyle: { color: paint.line, opacity: 0.35 } },
      backgroundColor: paint.surface,
      borderColor: paint.line,
      padding: [8, 12],
      formatter: (pointed: Pointed | Pointed[]) => {
        const index = (Array.isArray(pointed) ? pointed[0] : pointed)?.dataIndex ?? 0;
        return tooltipOf(readings[index]?.label ?? "", linesOf(drawing, index), drawing.said(index));
      },
    },
    legend: {
      show: splits.length > 0,
      type: "scroll",
      top: 0,
      left: 0,
      icon: "roundRect",
      itemWidth: 10,
      itemHeight: 10,
      itemGap: 14,
      textStyle: { color: paint.text, fontSize: 12 },
      pageTextStyle: { color: paint.faint },
      pageIconColor: paint.faint,
      pageIconInactiveColor: paint.line,
      data: splits.map(({ key, label }) => ({ name: key, label })),
      formatter: (key: string) => splits.find((split) => split.key === key)?.label ?? key,
    },
  };
}

const LABEL_CHARS_MAX = 10;
/** More letters than this stand aslant. */
const LETTERS_MAX = 60;
const clipped = (text: string): string =>
  text.length > LABEL_CHARS_MAX ? `${text.slice(0, LABEL_CHARS_MAX - 1)}…` : text;

/** Up to here every group has its name; beyond, as many as fit. */
const NAMED_MAX = 12;

export function groupAxis({ readings, paint, isTime }: Drawing, isFlat: boolean): Option {
  const letters = readings.reduce((sum, { tick }) => sum + Math.min(tick.length, LABEL_CHARS_MAX), 0);
  return {
    type: "category",
    inverse: isFlat,
    data: readings.map(({ tick }) => clipped(tick)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: paint.line } },
    axisLabel: {
      color: paint.faint,
      fontSize: 12,
      hideOverlap: true,
      interval: !isTime && readings.length <= NAMED_MAX ? 0 : "auto",
      rotate: !isFlat && !isTime && letters > LETTERS_MAX ? 30 : 0,
    },
  };
}

export function valueAxis({ paint, scale, isCounted }: Drawing, isFlat = false): Option {
  return {
    type: "value",
    ...(isCounted && scale.divisor === 1 && { minInterval: 1 }),
    splitNumber: isFlat ? 3 : 4,
    axisLine: { show: false },
    splitLine: { lineStyle: { color: paint.line } },
    axisLabel: { color: paint.faint, fontSize: 12, formatter: scale.tick, hideOverlap: true },
  };
}

/** Its words stand where the least is drawn: at the low end of sorted bars, at the old end of a course. */
export function targetLine(
  { target, scale, paint }: Drawing,
  axis: "xAxis" | "yAxis",
  position: "end" | "insideEndTop" | "insideStartTop",
): Option | undefined {
  if (!target) return undefined;
  return {
    silent: true,
    symbol: "none",
    lineStyle: { color: paint.success, type: "dashed", width: 1.5 },
    label: {
      formatter: target.label,
      position,
      color: paint.success,
      backgroundColor: paint.ground,
      padding: [1, 4],
      borderRadius: 3,
      fontSize: 11,
    },
    data: [{ [axis]: target.value / scale.divisor }],
  };
}
