import { ChartPie } from "lucide-react";
import { lazy } from "react";
import type { TileType } from "../registry";
import { freshGroup } from "../settings/chart_choice";

export const ring: TileType<"ring"> = {
  kind: "ring",
  icon: ChartPie,
  size: { w: 4, h: 4 },
  sizeMin: { w: 3, h: 3 },
  chart: (form) => freshGroup("ring", form),
  View: lazy(() => import("./RingView")),
  Settings: lazy(() => import("./RingSettings")),
};
