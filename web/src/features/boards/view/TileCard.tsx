import { Dropdown, Tooltip } from "antd";
import { ChartColumn, EllipsisVertical, Filter, List, Maximize2, RefreshCw, Table2 } from "lucide-react";
import { useRef } from "react";
import { clauses } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Chart, Condition, Span, Tile } from "@/model/report";
import type { OpenBehind } from "@/tiles/registry";
import { TileBody } from "@/tiles/TileBody";
import { useColumnWords } from "@/ui/column_words";
import type { Asked } from "./board_look";
import styles from "./boards.module.css";
import { TileAge } from "./TileAge";
import { useExportItems } from "./tile_export";

export interface TileCardProps {
  tile: Tile;
  asked: Asked;
  /** Of whoever looks, or its own. */
  span: Span | null;
  /** To what the person who looks narrowed it, beside the time. */
  narrowed: readonly Condition[];
  form: FormDefinition | undefined;
  onOpen: OpenBehind;
  onRenew: () => void;
  onClear: (() => void) | undefined;
  /** Numbers instead of the drawing. */
  isTable: boolean;
  /** Turns between the two; absent where there is nothing drawn. */
  onTable: (() => void) | undefined;
  /** The others are narrowed by a part of this one. */
  isPicked: boolean;
  onZoom: () => void;
}

/** One tile with its title, its own conditions and what can be done with it. */
export function TileCard(props: TileCardProps) {
  const { tile, asked, span, narrowed, form, onOpen, onRenew, onClear, isTable, onTable, isPicked, onZoom } = props;
  const { t } = useTranslation("boards");
  const content = useRef<HTMLDivElement>(null);
  const exports = useExportItems({ tile, asked, span, form, drawn: content });
  const items = [
    ...(onTable
      ? [
          {
            key: "table",
            icon: isTable ? <ChartColumn size={15} /> : <Table2 size={15} />,
            label: isTable ? t("asChart") : t("asTable"),
            onClick: onTable,
          },
        ]
      : []),
    { key: "zoom", icon: <Maximize2 size={15} />, label: t("zoom"), onClick: onZoom },
    { key: "open", icon: <List size={15} />, label: t("openAll"), onClick: () => onOpen() },
    { key: "renew", icon: <RefreshCw size={15} />, label: t("renew"), onClick: onRenew },
    ...exports,
  ];
  return (
    <section className={styles.tile} data-picked={isPicked} aria-label={tile.title}>
      <header className={styles.head}>
        <h2 title={tile.title}>{tile.title}</h2>
        {form && <OwnFilters chart={asked.chart} span={span} narrowed={narrowed} form={form} />}
        <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
          <button type="button" className={styles.more} aria-label={t("tileActions", { title: tile.title })}>
            <EllipsisVertical size={16} />
          </button>
        </Dropdown>
      </header>
      <div ref={content} className={styles.content}>
        <TileBody {...asked} title={tile.title} form={form} onOpen={onOpen} isTable={isTable} onClear={onClear} />
      </div>
      <TileAge asked={asked} />
    </section>
  );
}

interface OwnFiltersProps {
  chart: Chart;
  span: Span | null;
  narrowed: readonly Condition[];
  form: FormDefinition;
}

/** What narrows this tile, in words. */
function OwnFilters({ chart, span, narrowed, form }: OwnFiltersProps) {
  const { t } = useTranslation("boards");
  const { t: tColumns } = useTranslation("columns");
  const words = useColumnWords(form);
  const own = [...(chart.filters ?? []), ...narrowed].map(words.condition);
  return (
    <>
      {span && <span className={styles.period}>{tColumns(`span.${span}`)}</span>}
      {own.length > 0 && (
        <Tooltip title={clauses(own)}>
          <Filter
            size={14}
            className={styles.filtered}
            data-narrowed={narrowed.length > 0}
            aria-label={t("filteredBy", { what: clauses(own) })}
          />
        </Tooltip>
      )}
    </>
  );
}
