// What stands on a tile, taken away: its figures as a file for a spreadsheet, its drawing as a picture.

import { useQuery } from "@tanstack/react-query";
import type { MenuProps } from "antd";
import { FileSpreadsheet, FileText, Image } from "lucide-react";
import type { RefObject } from "react";
import { appsQuery } from "@/api/apps";
import { figuresFile, tileQuery } from "@/api/boards";
import { isForbidden } from "@/api/problem";
import type { ExportFormat } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import { type FormDefinition, NO_FORM } from "@/model/form";
import type { Span, Tile } from "@/model/report";
import { isBlank } from "@/tiles/reading";
import { useSpeech } from "@/tiles/speech";
import { isList } from "@/tiles/table";
import { figuresOf } from "@/tiles/tile_figures";
import { pngOf } from "@/ui/png";
import { saveFile } from "@/ui/save_file";
import { toast } from "@/ui/toast";
import type { Asked } from "./board_look";
import { mayTake } from "./taken";

export interface TileExport {
  tile: Tile;
  asked: Asked;
  span: Span | null;
  form: FormDefinition | undefined;
  /** Where it is drawn: its picture is as large. */
  drawn: RefObject<HTMLElement | null>;
}

type Items = NonNullable<MenuProps["items"]>;

/** Nothing while there is nothing to take away. Orders themselves leave the house only with whoever may export them. */
export function useExportItems({ tile, asked, span, form, drawn }: TileExport): Items {
  const { t } = useTranslation("boards");
  const { t: tColumns } = useTranslation("columns");
  const { data, error } = useQuery(tileQuery(asked.chart, asked.filters));
  const { data: apps } = useQuery(appsQuery);
  const speech = useSpeech();
  const { chart } = asked;
  const { title } = tile;
  if (!data || isForbidden(error) || isBlank(chart, data) || !mayTake(tile, apps)) return [];
  const file = (format: ExportFormat) =>
    figuresFile(format, [{ name: title, ...figuresOf(chart, data, form ?? NO_FORM, speech) }]).then(
      (bytes) => saveFile(bytes, `${title}.${format}`),
      toast.problem,
    );
  const picture = async () => {
    const [{ tilePicture }, { pictureOf }] = await Promise.all([
      import("@/tiles/picture/tile_picture"),
      import("@/tiles/picture/svg_parts"),
    ]);
    const { width, height } = drawn.current?.closest("section")?.getBoundingClientRect() ?? { width: 480, height: 320 };
    const titled = { title, aside: span ? tColumns(`span.${span}`) : "" };
    const room = { width, height: isList(chart.kind) ? null : height };
    const there = pictureOf(tilePicture(titled, { chart, data, form, speech }, room), width);
    saveFile(await pngOf(there.svg, there), `${title}.png`);
  };
  const children: Items = [
    { key: "xlsx", icon: <FileSpreadsheet size={15} />, label: t("exports.xlsx"), onClick: () => void file("xlsx") },
    { key: "csv", icon: <FileText size={15} />, label: t("exports.csv"), onClick: () => void file("csv") },
    {
      key: "png",
      icon: <Image size={15} />,
      label: t("exports.png"),
      onClick: () => void picture().catch(toast.problem),
    },
  ];
  return [{ type: "divider" }, { key: "exports", type: "group", label: t("exports.label"), children }];
}
