// What the chart library draws, and beside a ring its legend, as on the screen.

import type { GroupChart, GroupKind } from "@/model/report";
import { token } from "@/ui/theme";
import { barOption } from "../chart/bars";
import { type Drawing, drawingOf } from "../chart/drawing";
import { drawnChart, type Option } from "../chart/engine";
import { lineOption } from "../chart/lines";
import { paintNow } from "../chart/paint";
import { ringOption, shareColor, sharesOf } from "../chart/rings";
import { widthOf } from "./letters";
import type { PictureSource } from "./picture_source";
import { at, type Drawn, line, lineWithin, part, type Room } from "./svg_parts";

const HIGH = 240;
const RING_MAX = 260;
const ENTRY = 28;
const ENTRY_MIN = 18;
const GAP = 12;
const SHARE = 40;

export function chartPicture(source: PictureSource<GroupChart>, room: Room): Drawn {
  const { width } = room;
  const height = room.height ?? HIGH;
  const { speech, ...shown } = source;
  const colors = paintNow();
  // The library writes it between double quotes.
  const paint = { ...colors, font: colors.font.replaceAll('"', "'") };
  const draw = (size: { width: number; height: number }, option: (drawing: Drawing) => Option) => {
    const drawing = drawingOf({ ...shown, canOpen: false, width: size.width }, speech, paint);
    return { drawing, element: elementOf(drawnChart(option(drawing), size)) };
  };
  if (source.chart.kind !== "ring") {
    return { parts: [draw({ width, height }, optionOf(source.chart.kind)).element], height };
  }
  const side = Math.min(RING_MAX, height, (width - GAP) / 2);
  const { drawing, element } = draw({ width: side, height: side }, ringOption);
  const middle = { x: side / 2, "text-anchor": "middle" };
  const ring = at(0, (height - side) / 2, [
    element,
    line(drawing.short(drawing.total), { ...middle, y: side / 2 + 2, "font-size": 20, "font-weight": 600 }),
    line(speech.t("whole"), { ...middle, y: side / 2 + 20, "font-size": 12, fill: token("text-faint") }),
  ]);
  return { parts: [ring, legendOf(drawing, speech, side + GAP, width, height)], height };
}

const optionOf = (kind: GroupKind) => (kind === "line" ? lineOption : barOption);

/** The library's own text as a part of another drawing. */
function elementOf(svg: string): SVGElement {
  const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
  if (documentElement.nodeName !== "svg") throw new Error("the chart is no drawing");
  return document.importNode(documentElement as unknown as SVGElement, true);
}

function legendOf(drawing: Drawing, speech: PictureSource["speech"], x: number, right: number, height: number) {
  const { readings, short } = drawing;
  const shares = sharesOf(readings, speech.format);
  const row = Math.max(ENTRY_MIN, Math.min(ENTRY, height / readings.length));
  const top = Math.max(0, (height - row * readings.length) / 2);
  const entries = readings.map(({ label, value }, index) => {
    const written = short(value);
    const end = right - SHARE;
    return at(0, top + index * row + row / 2, [
      part("rect", { x, y: -4, width: 9, height: 9, rx: 2, fill: shareColor(drawing, index) }),
      lineWithin(label, end - widthOf(written, 13) - GAP - x - 17, { x: x + 17, y: 5 }),
      line(written, { x: end, y: 5, "text-anchor": "end", "font-weight": 600 }),
      line(shares[index] ?? "", { x: right, y: 5, "text-anchor": "end", fill: token("text-faint") }),
    ]);
  });
  return part("g", {}, ...entries);
}
