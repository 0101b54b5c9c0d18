import { useQueryClient } from "@tanstack/react-query";
import { Dropdown, type MenuProps } from "antd";
import { Download, FileSpreadsheet, Image, Printer } from "lucide-react";
import type { Board } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import { useSpeech } from "@/tiles/speech";
import { IconButton } from "@/ui/IconButton";
import { toast } from "@/ui/toast";
import type { BoardSearch } from "../view/board_look";
import { type Extent, tabsOf, within } from "../view/tabs";
import { type BoardFormat, runBoardExport } from "./board_export";

export interface BoardTakeAwayProps {
  board: Board;
  search: BoardSearch;
  /** The open tab; `null` on a board of one page. */
  open: string | null;
  onPrint: (extent: Extent) => void;
}

type Items = NonNullable<MenuProps["items"]>;

/** The board as a picture, a file or on paper: the open tab, or all of them. */
export function BoardTakeAway({ board, search, open, onPrint }: BoardTakeAwayProps) {
  const { t } = useTranslation("boards");
  const client = useQueryClient();
  const speech = useSpeech();
  const run = (extent: Extent, format: BoardFormat) =>
    void runBoardExport({ board, search, open, extent, format }, { client, speech }).catch(toast.problem);
  const items = (extent: Extent): Items => [
    { key: `${extent}.png`, icon: <Image size={15} />, label: t("exports.png"), onClick: () => run(extent, "png") },
    {
      key: `${extent}.xlsx`,
      icon: <FileSpreadsheet size={15} />,
      label: t("exports.book"),
      onClick: () => run(extent, "xlsx"),
    },
    {
      key: `${extent}.print`,
      icon: <Printer size={15} />,
      label: t("exports.print"),
      onClick: () => onPrint(extent),
    },
  ];
  const tabs = tabsOf(board.definition).length;
  const group = (extent: Extent, label: string): Items =>
    within(board.definition, extent, open).length > 0
      ? [{ key: extent, type: "group", label, children: items(extent) }]
      : [];
  const menu =
    tabs < 2
      ? items("all")
      : [...group("open", t("exports.ofTab")), ...group("all", t("exports.ofAll", { count: tabs }))];
  return (
    <Dropdown menu={{ items: menu }} trigger={["click"]} placement="bottomRight">
      <span>
        <IconButton label={t("exports.board")} icon={<Download size={17} />} onClick={() => undefined} />
      </span>
    </Dropdown>
  );
}
