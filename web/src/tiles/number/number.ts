import { Hash } from "lucide-react";
import { lazy } from "react";
import type { TileType } from "../registry";
import { freshGroup } from "../settings/chart_choice";
import { NumberView } from "./NumberView";

export const number: TileType<"number"> = {
  kind: "number",
  icon: Hash,
  size: { w: 3, h: 2 },
  sizeMin: { w: 2, h: 2 },
  chart: (form) => freshGroup("number", form),
  View: NumberView,
  Settings: lazy(() => import("./NumberSettings")),
};
