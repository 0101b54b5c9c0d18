// A large number with what it says beside itself.

import type { GroupChart } from "@/model/report";
import { token } from "@/ui/theme";
import { figureWords, type Way } from "../figure/figure_words";
import { widthOf } from "./letters";
import type { PictureSource } from "./picture_source";
import { type Drawn, line, lineWithin, part, type Room } from "./svg_parts";

const SIZE = 30;
const SMALLEST = 16;
const TRACK = 6;
const BELOW = 20;
const ARROWS: Record<Way, string> = { up: "↑", down: "↓", level: "→" };
const TONES = { better: "success", worse: "danger", even: "info" } as const;

export function figurePicture({ chart, data, form, speech }: PictureSource<GroupChart>, room: Room): Drawn {
  const { value, color, text, target, change } = figureWords({ ...speech, chart, data, form });
  const high = room.height ?? SIZE + 2 * BELOW;
  const size = Math.max(SMALLEST, Math.min(SIZE, Math.floor((SIZE * room.width) / widthOf(value, SIZE))));
  const fill = token(color ? `pick-${color}` : "text");
  const low = BELOW + (target ? TRACK + 4 : 0);
  const y = (high - size - low) / 2 + size;
  const parts = [line(value, { x: 0, y, fill, "font-size": size, "font-weight": 600 })];
  if (target) {
    const track = { x: 0, y: y + 8, height: TRACK, rx: 3 };
    const done = { reached: "success", missed: "danger", none: "brand" }[target.mark ?? "none"];
    parts.push(part("rect", { ...track, width: room.width, fill: token("surface-sunken") }));
    parts.push(part("rect", { ...track, width: room.width * target.share, fill: token(done) }));
  }
  const words = change ? `${ARROWS[change.way]} ${change.text}` : "";
  const faint = { y: y + low, "font-size": 12 };
  if (change) parts.push(line(words, { ...faint, x: 0, fill: token(TONES[change.tone]), "font-weight": 600 }));
  const x = change ? widthOf(words, 12) + 12 : 0;
  parts.push(lineWithin(text, room.width - x, { ...faint, x, fill: token("text-faint") }));
  return { parts, height: high };
}
