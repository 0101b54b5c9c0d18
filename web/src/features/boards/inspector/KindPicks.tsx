import { useDeferredValue } from "react";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Chart, Condition, Tile, TileKind } from "@/model/report";
import { inKind, type KindMemory } from "@/tiles/settings/kind_memory";
import { TileBody } from "@/tiles/TileBody";
import { TILE_KINDS, tileType } from "@/tiles/table";
import { cx } from "@/ui/cx";
import styles from "../surface/designer.module.css";
import { askedOf } from "../view/board_look";

export interface KindPicksProps {
  tile: Tile;
  /** What tiles were in other kinds, by their ids. */
  kinds: Map<string, KindMemory>;
  form: FormDefinition | undefined;
  /** Of the board. */
  filters: readonly Condition[];
  /** The question has a hole: nothing can be asked yet. */
  isUnasked: boolean;
  onChange: (chart: Chart) => void;
}

/** The same question drawn in every way, with its own numbers. The tile itself is drawn first. */
export function KindPicks({ tile, kinds, form, filters, isUnasked, onChange }: KindPicksProps) {
  const { t } = useTranslation("tiles");
  const { id, chart } = tile;
  const settled = useDeferredValue(chart);
  const draw = (kind: TileKind) => {
    const next = inKind(chart, kind, kinds.get(id));
    kinds.set(id, next.memory);
    onChange(next.chart);
  };
  return (
    <div className={styles.kinds} role="toolbar" aria-label={t("drawnAs")}>
      {TILE_KINDS.map((kind) => {
        const Icon = tileType(kind).icon;
        return (
          <div key={kind} className={cx(styles.kind, kind === chart.kind && styles.chosen)}>
            <div className={styles.preview} aria-hidden="true" inert>
              {isUnasked ? (
                <Icon size={20} />
              ) : (
                <div className={styles.small}>
                  <TileBody {...askedOf(inKind(settled, kind, kinds.get(id)).chart, filters)} title="" form={form} />
                </div>
              )}
            </div>
            <button type="button" aria-pressed={kind === chart.kind} onClick={() => draw(kind)}>
              {t(`kind.${kind}.label`)}
            </button>
          </div>
        );
      })}
    </div>
  );
}
