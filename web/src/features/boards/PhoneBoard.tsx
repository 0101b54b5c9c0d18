import { useTranslation } from "react-i18next";
import type { FormDefinition } from "@/model/form";
import type { Condition, Tile } from "@/model/report";
import { chosenBy } from "@/ui/designer/selection";
import { readingOrder } from "./board_look";
import type { ProblemsByTile } from "./board_problems";
import grid from "./boards.module.css";
import { DesignerTile } from "./DesignerTile";
import styles from "./designer.module.css";

export interface PhoneBoardProps {
  tiles: readonly Tile[];
  filters: readonly Condition[];
  definitions: ReadonlyMap<string, FormDefinition>;
  problems: ProblemsByTile;
  selection: readonly string[];
  onSelect: (ids: readonly string[]) => void;
}

/** The board as a phone shows it: derived from the grid, one below the other as they are read. Selected here too. */
export function PhoneBoard({ tiles, filters, definitions, problems, selection, onSelect }: PhoneBoardProps) {
  const { t } = useTranslation("boards");
  return (
    <div className={styles.phoneGround}>
      <p className={styles.note}>{t("device.note")}</p>
      <section className={styles.phone} aria-label={t("device.phone")}>
        <ul className={grid.grid} data-phone>
          {readingOrder(tiles).map((tile) => (
            <li key={tile.id} className={grid.cell} data-kind={tile.chart.kind}>
              <DesignerTile
                tile={tile}
                filters={filters}
                form={definitions.get(tile.chart.form)}
                problems={problems.get(tile.id) ?? []}
                isSelected={selection.includes(tile.id)}
                onSelect={(more) => onSelect(chosenBy(selection, tile.id, more))}
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
