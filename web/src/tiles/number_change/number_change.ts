import { TrendingUp } from "lucide-react";
import { lazy } from "react";
import type { TileType } from "../registry";
import { freshGroup } from "../settings/chart_choice";
import { NumberChangeView } from "./NumberChangeView";

export const numberChange: TileType<"number_change"> = {
  kind: "number_change",
  icon: TrendingUp,
  size: { w: 3, h: 2 },
  sizeMin: { w: 2, h: 2 },
  chart: (form) => freshGroup("number_change", form),
  View: NumberChangeView,
  Settings: lazy(() => import("./NumberChangeSettings")),
};
