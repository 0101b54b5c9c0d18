import { Button, Select } from "antd";
import { Copy, LayoutDashboard, Trash2 } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { type BoardDefinition, SPANS, type Span, type Tile } from "@/model/report";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import type { BoardEdits } from "../edits/edits";
import type { TabEdits } from "../edits/tab_edits";
import styles from "../surface/designer.module.css";
import { TabRow } from "./TabRow";

export interface TilesInspectorProps {
  board: BoardDefinition;
  tiles: readonly Tile[];
  edits: BoardEdits;
  tabs: TabEdits;
}

/** Several tiles are selected: what they have in common, and what is done with all of them. */
export function TilesInspector({ board, tiles, edits, tabs }: TilesInspectorProps) {
  const { t } = useTranslation("boards");
  const { t: tTiles } = useTranslation("tiles");
  const { t: tColumns } = useTranslation("columns");
  const spans = new Set(tiles.map(({ chart }) => (chart.kind === "table" ? null : (chart.period?.span ?? null))));
  const [shared] = spans;
  const common = (
    <>
      <TabRow board={board} tiles={tiles} edits={tabs} />
      <PropertyRow label={tTiles("settings.period")} help={t("periodOfAll")}>
        {(id) => (
          <Select<Span>
            id={id}
            placeholder={t("differs")}
            value={spans.size === 1 ? (shared ?? null) : null}
            options={SPANS.map((span) => ({ value: span, label: tColumns(`span.${span}`) }))}
            onChange={(span) => edits.period(tiles, span)}
          />
        )}
      </PropertyRow>
    </>
  );
  return (
    <InspectorFrame
      title={t("chosenCount", { count: tiles.length })}
      icon={<LayoutDashboard size={18} />}
      groups={[{ id: "tiles.data", label: t("data"), content: common }]}
    >
      <div className={styles.actions}>
        <Button size="small" icon={<Copy size={14} />} onClick={() => edits.insertCopies(tiles, "duplicate")}>
          {t("duplicate")}
        </Button>
        <Button size="small" danger icon={<Trash2 size={14} />} onClick={() => edits.remove(tiles.map(({ id }) => id))}>
          {t("remove")}
        </Button>
      </div>
    </InspectorFrame>
  );
}
