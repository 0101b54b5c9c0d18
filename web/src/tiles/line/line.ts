import { ChartLine } from "lucide-react";
import { lazy } from "react";
import type { TileType } from "../registry";
import { freshGroup } from "../settings/chart_choice";

export const line: TileType<"line"> = {
  kind: "line",
  icon: ChartLine,
  size: { w: 6, h: 4 },
  sizeMin: { w: 3, h: 3 },
  chart: (form) => freshGroup("line", form),
  View: lazy(() => import("./LineView")),
  Settings: lazy(() => import("./LineSettings")),
};
