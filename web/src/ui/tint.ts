// A colour of the palette for one thing: its edge, and its ground.

import type { CSSProperties } from "react";
import type { Color } from "@/model/color";

export const tinted = (color: Color): CSSProperties =>
  ({ "--tint": `var(--pick-${color})`, "--tint-soft": `var(--pick-${color}-soft)` }) as CSSProperties;
