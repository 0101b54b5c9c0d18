// A line over time or groups; one line per split.

import type { Drawing } from "./drawing";
import type { Option } from "./engine";
import { frameOf, groupAxis, targetLine, valueAxis } from "./frame";
import { colorAt } from "./paint";

const POINTS_SHOWN_MAX = 32;

export function lineOption(drawing: Drawing): Option {
  const { readings, splits, scale, paint, color, canOpen } = drawing;
  const value = (one: number | null | undefined) => (one === null || one === undefined ? null : one / scale.divisor);
  const shared = {
    type: "line",
    cursor: canOpen ? "pointer" : "default",
    connectNulls: true,
    triggerLineEvent: false,
    symbol: "circle",
    symbolSize: 7,
    showSymbol: readings.length <= POINTS_SHOWN_MAX,
    lineStyle: { width: 2.5 },
  };
  const one = {
    ...shared,
    id: "line",
    itemStyle: { color: colorAt(paint, 0, color) },
    areaStyle: { opacity: 0.1 },
    data: readings.map((reading) => value(reading.value)),
    markLine: targetLine(drawing, "yAxis", "insideStartTop"),
  };
  const several = splits.map((split, at) => ({
    ...shared,
    id: split.key || "empty",
    name: split.key,
    itemStyle: { color: colorAt(paint, at, split.color, split.isRest) },
    emphasis: { focus: "series" },
    data: readings.map(({ parts }) => value(parts.get(split.key))),
    ...(at === 0 && { markLine: targetLine(drawing, "yAxis", "insideStartTop") }),
  }));
  return {
    ...frameOf(drawing),
    xAxis: { ...groupAxis(drawing, false), boundaryGap: !drawing.isTime },
    yAxis: valueAxis(drawing),
    series: splits.length > 0 ? several : [one],
  };
}
