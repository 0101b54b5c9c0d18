// The colours of a drawing, read from the tokens of the theme now shown.

import { useMemo } from "react";
import { COLORS, type Color } from "@/model/color";
import { token, useTheme } from "@/ui/theme";

const SERIES_COLORS = 8;

export interface Paint {
  /** In the order series take them; told apart with any kind of colour vision. */
  series: readonly string[];
  /** Palette colours as areas; lighter than as text. */
  fill: Readonly<Record<Color, string>>;
  /** For what stands for the rest. */
  rest: string;
  text: string;
  faint: string;
  line: string;
  /** Under the drawing, and of what floats above it. */
  ground: string;
  surface: string;
  success: string;
  font: string;
}

/** In the theme now shown. */
export function paintNow(): Paint {
  const series = Array.from({ length: SERIES_COLORS }, (_, i) => token(`chart-${i + 1}`));
  return {
    series,
    fill: Object.fromEntries(COLORS.map((color) => [color, token(`fill-${color}`)])) as Record<Color, string>,
    rest: token("line-strong"),
    text: token("text"),
    faint: token("text-faint"),
    line: token("line"),
    ground: token("surface"),
    surface: token("surface-raised"),
    success: token("success"),
    font: token("font"),
  };
}

export function usePaint(): Paint {
  const mode = useTheme((theme) => theme.mode);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tokens change with the mode
  return useMemo(paintNow, [mode]);
}

/** The colour of the series or group at `index`: its own, or the next of the series colours. */
export function colorAt(paint: Paint, index: number, own: Color | null, isRest = false): string {
  if (isRest) return paint.rest;
  if (own) return paint.fill[own];
  return paint.series[index % paint.series.length] ?? paint.text;
}
