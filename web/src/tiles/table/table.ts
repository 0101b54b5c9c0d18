import { Table2 } from "lucide-react";
import { lazy } from "react";
import type { TileType } from "../registry";
import { freshTable } from "../settings/chart_choice";
import { TableView } from "./TableView";

export const table: TileType<"table"> = {
  kind: "table",
  icon: Table2,
  size: { w: 8, h: 5 },
  sizeMin: { w: 3, h: 3 },
  chart: (form) => freshTable(form),
  View: TableView,
  Settings: lazy(() => import("./TableSettings")),
};
