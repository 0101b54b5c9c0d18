import { Trophy } from "lucide-react";
import { lazy } from "react";
import type { TileType } from "../registry";
import { freshGroup } from "../settings/chart_choice";
import { RankingView } from "./RankingView";

export const ranking: TileType<"ranking"> = {
  kind: "ranking",
  icon: Trophy,
  size: { w: 4, h: 4 },
  sizeMin: { w: 2, h: 3 },
  chart: (form) => freshGroup("ranking", form),
  View: RankingView,
  Settings: lazy(() => import("./RankingSettings")),
};
