// What a number says beside itself: how far it is from its target, or what became of it since the period before. Pure.

import type { TileData } from "@/api/boards";
import type { Color } from "@/model/color";
import type { GroupChart } from "@/model/report";
import type { Speech } from "../speech";
import { amountText, changeOf, shortText, unitOf } from "../unit";

export type Way = "up" | "down" | "level";

export interface FigureWords {
  value: string;
  /** Unshortened. */
  whole: string;
  color: Color | null;
  /** One line below. */
  text: string;
  /** Towards the target, 0 to 1. */
  target?: { share: number; mark: "reached" | "missed" | null };
  change?: { way: Way; tone: "better" | "worse" | "even"; text: string };
}

type Asked = Pick<Speech, "t" | "format"> & { chart: GroupChart; data: TileData; form: Parameters<typeof unitOf>[2] };

const LEVEL_PERCENT = 0.05;

export function figureWords(asked: Asked): FigureWords {
  const { chart, data, form, format, t } = asked;
  const unit = unitOf(chart, data.format, form);
  const amount = (value: number | null) => amountText(value, unit, format);
  const { total } = data;
  const shared = { value: shortText(total, unit, format), whole: amount(total), color: chart.color ?? null };
  if (chart.kind === "number_change") {
    const text = t("before", { value: amount(data.previous ?? null) });
    return { ...shared, text, ...changeWords(data, format) };
  }
  const target = chart.target ? Number(chart.target) : 0;
  if (target <= 0 || total === null) {
    return { ...shared, text: chart.measure.kind === "count" ? "" : t("ofOrders", { count: data.count }) };
  }
  // Of spans of time the target is the most it should be, of the rest the least.
  const isSpan = data.format === "duration";
  const isMet = isSpan ? total <= target : total >= target;
  const text = !isSpan
    ? t("targetOf", { value: amount(target) })
    : isMet
      ? t("targetMost", { value: amount(target) })
      : t("targetOver", { value: amount(target), over: amount(total - target) });
  const mark = isMet ? "reached" : isSpan ? "missed" : null;
  const color = isMet ? "green" : isSpan ? "red" : shared.color;
  return { ...shared, color, text, target: { share: Math.max(0, Math.min(total / target, 1)), mark } };
}

/** Of spans of time less is better; of the rest nobody knows. */
function changeWords(
  { total, previous, format: kind }: TileData,
  format: Speech["format"],
): Pick<FigureWords, "change"> {
  const change = changeOf(total, previous);
  if (change === null) return {};
  const way = Math.abs(change) < LEVEL_PERCENT ? "level" : change > 0 ? "up" : "down";
  const tone = kind !== "duration" || way === "level" ? "even" : way === "down" ? "better" : "worse";
  const text = format.number(Math.abs(change) / 100, { style: "percent", maximumFractionDigits: 1 });
  return { change: { way, tone, text } };
}
