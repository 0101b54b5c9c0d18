import { ChartColumnStacked } from "lucide-react";
import { lazy } from "react";
import type { TileType } from "../registry";
import { freshGroup } from "../settings/chart_choice";

export const stackedBar: TileType<"stacked_bar"> = {
  kind: "stacked_bar",
  icon: ChartColumnStacked,
  size: { w: 6, h: 4 },
  sizeMin: { w: 3, h: 3 },
  chart: (form) => freshGroup("stacked_bar", form),
  View: lazy(() => import("./StackedBarView")),
  Settings: lazy(() => import("./StackedBarSettings")),
};
