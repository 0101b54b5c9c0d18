import { ChartColumn } from "lucide-react";
import { lazy } from "react";
import type { TileType } from "../registry";
import { freshGroup } from "../settings/chart_choice";

export const bar: TileType<"bar"> = {
  kind: "bar",
  icon: ChartColumn,
  size: { w: 6, h: 4 },
  sizeMin: { w: 3, h: 3 },
  chart: (form) => freshGroup("bar", form),
  View: lazy(() => import("./BarView")),
  Settings: lazy(() => import("./BarSettings")),
};
