import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import type { BoardDefinition, Tile } from "@/model/report";
import { EmptyState } from "@/ui/EmptyState";
import { useIsPhone } from "@/ui/viewport";
import type { Aim } from "./aimed";
import { readingOrder } from "./board_look";
import styles from "./boards.module.css";
import { shownOnPhone } from "./phone";
import pages from "./tabs.module.css";

export interface TileListProps {
  /** Of the tab; empty on a board of one page. */
  name: string;
  /** With the tiles of this page alone. */
  board: BoardDefinition;
  aim: Aim;
  card: (tile: Tile) => ReactNode;
}

/** One page of a board. Its name stands over it on paper; on the screen the row of tabs says it. */
export function TileList({ name, board, aim, card }: TileListProps) {
  const { t } = useTranslation("boards");
  const isPhone = useIsPhone();
  const shown = isPhone ? shownOnPhone(board) : readingOrder(board.tiles).map((tile) => ({ tile, height: null }));
  const none = board.tiles.length === 0 ? t("tabs.none") : t("device.allHidden");
  return (
    <section className={pages.page} {...(name && { role: "tabpanel", "aria-label": name })}>
      {name && <h2 className={pages.name}>{name}</h2>}
      {shown.length === 0 && <EmptyState art="tiles" title={none} />}
      <ul className={styles.grid} data-phone={isPhone || undefined}>
        {shown.map(({ tile, height }) => (
          <li
            key={tile.id}
            className={styles.cell}
            data-kind={tile.chart.kind}
            data-height={height ?? undefined}
            {...aim.handlers(tile.id)}
            style={standing(tile)}
          >
            {card(tile)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Its place on the grid, and its measures for paper, which has no grid. */
function standing({ x, y, w, h }: Tile): CSSProperties {
  const measures = { "--columns": w, "--rows": h } as CSSProperties;
  return { gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}`, ...measures };
}
