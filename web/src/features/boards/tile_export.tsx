// What stands on a tile, taken away: its figures as a file for a spreadsheet, its drawing as a picture.

import { useQuery } from "@tanstack/react-query";
import type { MenuProps } from "antd";
import { FileSpreadsheet, FileText, Image } from "lucide-react";
import type { RefObject } from "react";
import { appsQuery, formIn } from "@/api/apps";
import { figuresFile, tileQuery } from "@/api/boards";
import { isForbidden } from "@/api/problem";
import type { ExportFormat } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Tile } from "@/model/report";
import { isBlank } from "@/tiles/reading";
import { isDrawn } from "@/tiles/table";
import { useFigures } from "@/tiles/use_figures";
import { pngOf } from "@/ui/png";
import { saveFile } from "@/ui/save_file";
import { toast } from "@/ui/toast";
import type { Asked } from "./board_look";

export interface TileExport {
  tile: Tile;
  asked: Asked;
  form: FormDefinition | undefined;
  /** Where it is drawn; not as a table. */
  drawn: RefObject<HTMLElement | null> | null;
}

type Items = NonNullable<MenuProps["items"]>;

/** Nothing while there is nothing to take away. Orders themselves leave the house only with whoever may export them. */
export function useExportItems({ tile, asked, form, drawn }: TileExport): Items {
  const { t } = useTranslation("boards");
  const { data, error } = useQuery(tileQuery(asked.chart, asked.filters));
  const { data: apps } = useQuery(appsQuery);
  const figuresOf = useFigures(asked.chart, form);
  const { chart, title } = tile;
  const its = formIn(apps, chart.form);
  const mayTake = chart.kind !== "table" || its?.actions.includes("export");
  if (!data || isForbidden(error) || isBlank(chart, data) || !mayTake) return [];
  const file = (format: ExportFormat) =>
    figuresFile({ name: title, format, ...figuresOf(data) }).then(
      (bytes) => saveFile(bytes, `${title}.${format}`),
      toast.problem,
    );
  const picture = async () => {
    const { tilePicture } = await import("@/tiles/chart/picture");
    const there = drawn?.current && tilePicture(drawn.current, title);
    if (there) saveFile(await pngOf(there.svg, there), `${title}.png`);
  };
  const children: Items = [
    { key: "xlsx", icon: <FileSpreadsheet size={15} />, label: t("exports.xlsx"), onClick: () => void file("xlsx") },
    { key: "csv", icon: <FileText size={15} />, label: t("exports.csv"), onClick: () => void file("csv") },
  ];
  if (drawn && isDrawn(chart.kind)) {
    const run = () => void picture().catch(toast.problem);
    children.push({ key: "png", icon: <Image size={15} />, label: t("exports.png"), onClick: run });
  }
  return [{ type: "divider" }, { key: "exports", type: "group", label: t("exports.label"), children }];
}
