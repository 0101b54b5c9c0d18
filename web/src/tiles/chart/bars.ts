// Bars, whole or stacked by a split; lying down where labels are long.

import type { Drawing } from "./drawing";
import type { Option } from "./engine";
import { frameOf, groupAxis, groupColor, targetLine, valueAxis } from "./frame";
import { colorAt } from "./paint";

/** Of a half-width character, with the room between two names, and what the value axis takes. */
const LETTER_PX = 6.5;
const ROOM_PX = 10;
const AXIS_PX = 56;
const FLAT_GROUPS_MAX = 12;
const BAR_PX_MAX = 44;
/** More bars than this carry no numbers. */
const LABELED_MAX = 12;

/** Names that would not fit below their bars stand beside lying ones; time always runs to the right. */
export function isFlat({ readings, isTime, width }: Pick<Drawing, "readings" | "isTime" | "width">): boolean {
  if (isTime || width === 0 || readings.length > FLAT_GROUPS_MAX) return false;
  const widest = Math.max(0, ...readings.map(({ tick }) => widthOf(tick)));
  return widest * LETTER_PX + ROOM_PX > (width - AXIS_PX) / Math.max(1, readings.length);
}

/** A Chinese character is as wide as two letters. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > "\u2e80" ? 2 : 1), 0);
}

const scaled = (value: number | null | undefined, divisor: number): number | null =>
  value === null || value === undefined ? null : value / divisor;

function wholeBars(drawing: Drawing, flat: boolean): Option[] {
  const { readings, scale, paint, mark, canOpen } = drawing;
  return [
    {
      id: "bars",
      type: "bar",
      cursor: canOpen ? "pointer" : "default",
      barMaxWidth: BAR_PX_MAX,
      itemStyle: { borderRadius: flat ? [0, 3, 3, 0] : [3, 3, 0, 0] },
      label: {
        show: readings.length <= LABELED_MAX,
        position: flat ? "right" : "top",
        color: paint.text,
        fontSize: 11,
        formatter: ({ dataIndex }: { dataIndex: number }) => mark(readings[dataIndex]?.value ?? null),
      },
      data: readings.map(({ value }, index) => ({
        value: scaled(value, scale.divisor),
        itemStyle: { color: groupColor(drawing, index) },
      })),
      markLine: flat ? targetLine(drawing, "xAxis", "end") : targetLine(drawing, "yAxis", "insideEndTop"),
    },
  ];
}

function stackedBars(drawing: Drawing, flat: boolean): Option[] {
  const { readings, splits, scale, paint, canOpen } = drawing;
  return splits.map((split, at) => ({
    id: split.key || "empty",
    name: split.key,
    type: "bar",
    stack: "all",
    cursor: canOpen ? "pointer" : "default",
    barMaxWidth: BAR_PX_MAX,
    itemStyle: { color: colorAt(paint, at, split.color, split.isRest), borderColor: paint.ground, borderWidth: 0.5 },
    emphasis: { focus: "series" },
    data: readings.map(({ parts }) => scaled(parts.get(split.key), scale.divisor)),
    ...(at === 0 && {
      markLine: flat ? targetLine(drawing, "xAxis", "end") : targetLine(drawing, "yAxis", "insideEndTop"),
    }),
  }));
}

export function barOption(drawing: Drawing): Option {
  const flat = isFlat(drawing);
  const [group, value] = [groupAxis(drawing, flat), valueAxis(drawing, flat)];
  const series = drawing.splits.length > 0 ? stackedBars(drawing, flat) : wholeBars(drawing, flat);
  const frame = frameOf(drawing);
  // The numbers stand beside lying bars, where the grid ends.
  const grid = flat && drawing.splits.length === 0 ? { grid: { ...(frame.grid as object), right: 38 } } : {};
  return { ...frame, ...grid, xAxis: flat ? value : group, yAxis: flat ? group : value, series };
}
