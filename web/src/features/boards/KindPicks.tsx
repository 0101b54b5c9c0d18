import { useDeferredValue } from "react";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Chart, Condition } from "@/model/report";
import { asKind } from "@/tiles/settings/chart_choice";
import { TileBody } from "@/tiles/TileBody";
import { TILE_KINDS, tileType } from "@/tiles/table";
import { cx } from "@/ui/cx";
import { askedOf } from "./board_look";
import styles from "./designer.module.css";

export interface KindPicksProps {
  chart: Chart;
  form: FormDefinition | undefined;
  /** Of the board. */
  filters: readonly Condition[];
  /** The question has a hole: nothing can be asked yet. */
  isUnasked: boolean;
  onChange: (kind: Chart["kind"]) => void;
}

/** The same question drawn in every way, with its own numbers. The tile itself is drawn first. */
export function KindPicks({ chart, form, filters, isUnasked, onChange }: KindPicksProps) {
  const { t } = useTranslation("tiles");
  const settled = useDeferredValue(chart);
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
                  <TileBody {...askedOf(asKind(settled, kind), filters)} title="" form={form} />
                </div>
              )}
            </div>
            <button type="button" aria-pressed={kind === chart.kind} onClick={() => onChange(kind)}>
              {t(`kind.${kind}.label`)}
            </button>
          </div>
        );
      })}
    </div>
  );
}
