import { InputNumber } from "antd";
import { useTranslation } from "@/i18n/words";
import type { Tile } from "@/model/report";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import type { BoardEdits } from "../edits/edits";
import { GRID_COLUMNS, TILE_ROWS_MAX } from "../edits/layout";
import styles from "../surface/designer.module.css";

/** Place and size in cells: the same as dragging, to the cell. */
export function PlaceRows({ tile, edits }: { tile: Tile; edits: BoardEdits }) {
  const { t } = useTranslation("boards");
  const { id, x, w, h } = tile;
  const row = (label: string, value: number, most: number, set: (value: number) => void) => (
    <PropertyRow label={label}>
      {(control) => (
        <InputNumber
          id={control}
          min={1}
          max={most}
          precision={0}
          value={value}
          onChange={(next) => {
            if (next !== null) set(next);
          }}
        />
      )}
    </PropertyRow>
  );
  return (
    <div className={styles.places}>
      {row(t("column"), x + 1, GRID_COLUMNS - w + 1, (next) => edits.nudge(id, next - 1 - x, 0))}
      {row(t("width"), w, GRID_COLUMNS - x, (next) => edits.resize(id, next, h))}
      {row(t("height"), h, TILE_ROWS_MAX, (next) => edits.resize(id, w, next))}
    </div>
  );
}
