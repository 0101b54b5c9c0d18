import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Board, tileQuery } from "@/api/boards";
import type { Tile } from "@/model/report";
import { useForms } from "./board_data";
import { type Asked, askedOf, type BoardSearch, formsOf, isNarrowed, readingOrder } from "./board_look";
import styles from "./boards.module.css";
import { useOpenBehind } from "./open_behind";
import { TileCard } from "./TileCard";
import { TileZoom } from "./TileZoom";

export interface BoardGridProps {
  board: Board;
  search: BoardSearch;
  onClear: () => void;
}

/** The tiles where their maker put them; a phone shows them one below the other. */
export function BoardGrid({ board, search, onClear }: BoardGridProps) {
  const client = useQueryClient();
  const forms = useForms(formsOf(board));
  const openOf = useOpenBehind(board.app);
  const [zoomed, setZoomed] = useState<Tile | null>(null);
  const { tiles, filters = [] } = board.definition;
  const asked = (tile: Tile): Asked => askedOf(tile.chart, filters, search);
  const partsOf = (tile: Tile) => {
    const question = asked(tile);
    return {
      tile,
      asked: question,
      form: forms.get(tile.chart.form),
      onOpen: openOf(question),
      onRenew: () => void client.invalidateQueries(tileQuery(question.chart, question.filters)),
      onClear: isNarrowed(search) ? onClear : undefined,
    };
  };
  return (
    <>
      <ul className={styles.grid}>
        {readingOrder(tiles).map((tile) => (
          <li
            key={tile.id}
            className={styles.cell}
            data-kind={tile.chart.kind}
            style={{
              gridColumn: `${tile.x + 1} / span ${tile.w}`,
              gridRow: `${tile.y + 1} / span ${tile.h}`,
            }}
          >
            <TileCard {...partsOf(tile)} onZoom={() => setZoomed(tile)} />
          </li>
        ))}
      </ul>
      {zoomed && <TileZoom {...partsOf(zoomed)} onClose={() => setZoomed(null)} />}
    </>
  );
}
