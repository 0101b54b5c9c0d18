import { PanelTop } from "lucide-react";
import type { PointerEvent } from "react";
import { useTranslation } from "@/i18n/words";
import type { Tile } from "@/model/report";
import { tileType } from "@/tiles/table";
import { Outline, OutlineRow } from "@/ui/designer/OutlineRow";
import { type OutlinePlace, overOutline } from "@/ui/designer/outline_gap";
import { chosenBy } from "@/ui/designer/selection";
import { startDrag } from "@/ui/drag";
import type { ProblemsByTile } from "../edits/board_problems";
import type { BoardEdits } from "../edits/edits";
import type { TabEdits } from "../edits/tab_edits";
import type { OutlinePage } from "./use_edits";

export interface BoardOutlineProps {
  /** Each page, its tiles as they are read on the device that is designed for. */
  pages: readonly OutlinePage[];
  problems: ProblemsByTile;
  selection: readonly string[];
  edits: BoardEdits;
  tabs: TabEdits;
  /** The tab that is looked at. */
  open: string | null;
  onOpen: (tab: string) => void;
  onSelect: (ids: readonly string[]) => void;
  /** To a gap of its page: 0 is before the first. */
  onMove: (tile: Tile, page: OutlinePlace) => void;
}

/** All tiles from the top, tab by tab: the way about a large board. Dragged over another, a tile takes its place. */
export function BoardOutline({ pages, open, tabs, onOpen, ...rows }: BoardOutlineProps) {
  const { t } = useTranslation("boards");
  const isBare = pages.every(({ tab, tiles }) => tab === null && tiles.length === 0);
  return (
    <Outline none={isBare ? t("outlineNone") : undefined}>
      {pages.map(({ tab, name, tiles }) => (
        <ul key={tab} aria-label={name || t("outline")} data-glides>
          {tab !== null && (
            <OutlineRow
              icon={<PanelTop size={14} />}
              text={name}
              placeholder={t("tabs.rename")}
              isSelected={tab === open && rows.selection.length === 0}
              place={{ section: tab, at: -1 }}
              onSelect={() => onOpen(tab)}
              onRename={(next) => tabs.rename(tab, next)}
            />
          )}
          <TileRows {...rows} section={tab ?? ""} tiles={tiles} />
        </ul>
      ))}
    </Outline>
  );
}

type TileRowsProps = Pick<BoardOutlineProps, "problems" | "selection" | "edits" | "onSelect" | "onMove"> & {
  section: string;
  tiles: readonly Tile[];
};

function TileRows({ section, tiles, problems, selection, edits, onSelect, onMove }: TileRowsProps) {
  const { t } = useTranslation("boards");
  const { t: tTiles } = useTranslation("tiles");
  const drag = (event: PointerEvent, tile: Tile) =>
    startDrag<OutlinePlace>(event.nativeEvent, {
      label: tile.title || t("unnamed"),
      sources: [event.currentTarget],
      over: overOutline,
      drop: (place) => onMove(tile, place),
      end: () => onSelect([tile.id]),
    });
  return tiles.map((tile, at) => {
    const { icon: Icon } = tileType(tile.chart.kind);
    return (
      <OutlineRow
        key={tile.id}
        icon={<Icon size={14} />}
        text={tile.title}
        placeholder={tTiles(`kind.${tile.chart.kind}.label`)}
        isSelected={selection.includes(tile.id)}
        mark={problems.get(tile.id)?.[0]?.severity}
        place={{ section, at }}
        onSelect={(more) => onSelect(chosenBy(selection, tile.id, more))}
        onRename={(title) => edits.title(tile.id, title)}
        onDragStart={(event) => drag(event, tile)}
      />
    );
  });
}
