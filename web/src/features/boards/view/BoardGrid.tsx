import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Board, tileQuery } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import type { Tile } from "@/model/report";
import { isDrawn } from "@/tiles/table";
import { useShortcuts } from "@/ui/shortcuts";
import type { Aim } from "./aimed";
import { useForms } from "./board_data";
import { askedOf, type BoardSearch, formsOf, isNarrowed, lookAt, narrowedBy, spanOf } from "./board_look";
import type { Crossing } from "./cross";
import { useOpenBehind } from "./open_behind";
import { TileCard } from "./TileCard";
import { TileList } from "./TileList";
import { TileZoom } from "./TileZoom";
import { pagesOf } from "./tabs";

export interface BoardGridProps {
  board: Board;
  search: BoardSearch;
  /** The open tab; `null` on a board of one page. */
  open: string | null;
  /** Every tab is drawn. */
  isWhole: boolean;
  crossing: Crossing;
  onClear: () => void;
  aim: Aim;
  /** The tile that is shown as large as the window. */
  zoom: string | null;
  onZoom: (tile: string | null) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** The tiles where their maker put them, of the open tab; a phone shows them one below the other, paper every tab. */
export function BoardGrid({ board, search, open, isWhole, crossing, onClear, aim, zoom, onZoom }: BoardGridProps) {
  const client = useQueryClient();
  const forms = useForms(formsOf(board));
  const openOf = useOpenBehind(board, search);
  const { t } = useTranslation("boards");
  const [tables, setTables] = useState<ReadonlySet<string>>(NONE);
  const { tiles, filters = [] } = board.definition;
  const partsOf = (tile: Tile) => {
    const look = lookAt(tile, search);
    const question = askedOf(tile.chart, filters, look);
    return {
      tile,
      asked: question,
      span: spanOf(question, look),
      narrowed: narrowedBy(look),
      form: forms.get(tile.chart.form),
      onOpen: crossing.pick(tile, openOf(question, tile.title)),
      onRenew: () => void client.invalidateQueries(tileQuery(question.chart, question.filters)),
      onClear: isNarrowed(search) ? onClear : undefined,
    };
  };
  const turn = (id: string) =>
    setTables((old) => new Set(old.has(id) ? [...old].filter((one) => one !== id) : [...old, id]));
  const turnAimed = () => {
    const tile = tiles.find(({ id }) => id === aim.aimed());
    if (tile && isDrawn(tile.chart.kind)) turn(tile.id);
  };
  useShortcuts(t("title"), [{ keys: "i", label: t("dataBehind"), run: turnAimed }]);
  const zoomed = tiles.find(({ id }) => id === zoom);
  const pages = pagesOf(board.definition).filter(({ tab }) => isWhole || tab === open);
  return (
    <>
      {pages.map(({ tab, name, tiles: own }) => (
        <TileList
          key={tab}
          name={name}
          board={{ ...board.definition, tiles: [...own] }}
          aim={aim}
          card={(tile) => (
            <TileCard
              {...partsOf(tile)}
              isTable={tables.has(tile.id)}
              onTable={isDrawn(tile.chart.kind) ? () => turn(tile.id) : undefined}
              isPicked={search.cross?.tile === tile.id}
              onZoom={() => onZoom(tile.id)}
            />
          )}
        />
      ))}
      {zoomed && <TileZoom {...partsOf(zoomed)} isTable={tables.has(zoomed.id)} onClose={() => onZoom(null)} />}
    </>
  );
}
