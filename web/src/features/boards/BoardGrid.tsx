import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Board, tileQuery } from "@/api/boards";
import { useTranslation } from "@/i18n/words";
import type { Tile } from "@/model/report";
import { isDrawn } from "@/tiles/table";
import { EmptyState } from "@/ui/EmptyState";
import { useShortcuts } from "@/ui/shortcuts";
import { useIsPhone } from "@/ui/viewport";
import type { Aim } from "./aimed";
import { useForms } from "./board_data";
import { askedOf, type BoardSearch, formsOf, isNarrowed, lookAt, narrowedBy, readingOrder, spanOf } from "./board_look";
import styles from "./boards.module.css";
import type { Crossing } from "./cross";
import { useOpenBehind } from "./open_behind";
import { shownOnPhone } from "./phone";
import { TileCard } from "./TileCard";
import { TileZoom } from "./TileZoom";

export interface BoardGridProps {
  board: Board;
  search: BoardSearch;
  crossing: Crossing;
  onClear: () => void;
  aim: Aim;
  /** The tile that is shown as large as the window. */
  zoom: string | null;
  onZoom: (tile: string | null) => void;
}

const NONE: ReadonlySet<string> = new Set();

/** The tiles where their maker put them; a phone shows them one below the other. */
export function BoardGrid({ board, search, crossing, onClear, aim, zoom, onZoom }: BoardGridProps) {
  const client = useQueryClient();
  const isPhone = useIsPhone();
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
  const shown = isPhone ? shownOnPhone(board.definition) : readingOrder(tiles).map((tile) => ({ tile, height: null }));
  const zoomed = tiles.find(({ id }) => id === zoom);
  return (
    <>
      {shown.length === 0 && <EmptyState art="tiles" title={t("device.allHidden")} />}
      <ul className={styles.grid} data-phone={isPhone || undefined}>
        {shown.map(({ tile, height }) => (
          <li
            key={tile.id}
            className={styles.cell}
            data-kind={tile.chart.kind}
            data-height={height ?? undefined}
            {...aim.handlers(tile.id)}
            style={{
              gridColumn: `${tile.x + 1} / span ${tile.w}`,
              gridRow: `${tile.y + 1} / span ${tile.h}`,
            }}
          >
            <TileCard
              {...partsOf(tile)}
              isTable={tables.has(tile.id)}
              onTable={isDrawn(tile.chart.kind) ? () => turn(tile.id) : undefined}
              isPicked={search.cross?.tile === tile.id}
              onZoom={() => onZoom(tile.id)}
            />
          </li>
        ))}
      </ul>
      {zoomed && <TileZoom {...partsOf(zoomed)} isTable={tables.has(zoomed.id)} onClose={() => onZoom(null)} />}
    </>
  );
}
