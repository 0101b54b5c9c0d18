import { GripHorizontal, TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Condition, Tile } from "@/model/report";
import { TileBody } from "@/tiles/TileBody";
import { cx } from "@/ui/cx";
import { isMore } from "@/ui/designer/selection";
import { placeText } from "@/ui/problem_text";
import { askedOf } from "../view/board_look";
import styles from "./designer.module.css";

export interface DesignerTileProps {
  tile: Tile;
  filters: readonly Condition[];
  form: FormDefinition | undefined;
  problems: readonly Problem[];
  isSelected: boolean;
  /** Where it stands; on the grid without one. */
  label?: string;
  /** In the place of the grid's handle. */
  tools?: ReactNode;
  /** `more`: beside those that are selected. */
  onSelect: (more: boolean) => void;
}

/** A tile on the designer's grid, with the numbers it will show; what is wrong with it stands in it. */
export function DesignerTile(props: DesignerTileProps) {
  const { tile, filters, form, problems, isSelected, label, tools, onSelect } = props;
  const { t } = useTranslation("boards");
  const asked = useMemo(() => askedOf(tile.chart, filters), [tile.chart, filters]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isSelected) box.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  const [first] = problems;
  const isUnasked = problems.some(({ place }) => place !== "title");
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset: it is a thing on the grid, not a part of a form
    <div
      ref={box}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move it once Enter has selected it
      tabIndex={0}
      className={cx(styles.tile, isSelected && styles.selected, first && styles.wrong)}
      data-tile={tile.id}
      aria-current={isSelected}
      aria-label={
        label ?? t("tileAt", { title: tile.title, column: tile.x + 1, row: tile.y + 1, w: tile.w, h: tile.h })
      }
      onPointerDown={(event) => onSelect(isMore(event))}
      onKeyDown={({ key, shiftKey, target, currentTarget }) => {
        if (target === currentTarget && (key === "Enter" || key === " ")) onSelect(shiftKey);
      }}
    >
      <header className={cx(styles.head, !tools && styles.grip)}>
        <h2>{tile.title || t("unnamed")}</h2>
        {tools ?? (
          <span className={styles.handle}>
            <GripHorizontal size={16} aria-hidden="true" />
          </span>
        )}
      </header>
      <div className={styles.content}>
        {first && (
          <p className={styles.problem}>
            <TriangleAlert size={14} aria-hidden="true" />
            {placeText(first)}
          </p>
        )}
        {!isUnasked && (
          <div className={styles.body}>
            <TileBody {...asked} title={tile.title} form={form} />
          </div>
        )}
      </div>
    </div>
  );
}
