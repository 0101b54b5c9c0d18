import { Button, Input, Select } from "antd";
import { Copy, Trash2 } from "lucide-react";
import { type ComponentType, type ReactNode, Suspense } from "react";
import type { AppForm } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { type FormDefinition, NO_FORM } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Chart, Condition, Tile } from "@/model/report";
import type { TileSettingsProps } from "@/tiles/registry";
import { asForm } from "@/tiles/settings/chart_choice";
import type { KindMemory } from "@/tiles/settings/kind_memory";
import { problemAt } from "@/tiles/settings/problem_at";
import { tileType } from "@/tiles/table";
import { titleOf } from "@/tiles/title";
import { useColumnWords } from "@/ui/column_words";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { FilterEditor } from "@/ui/filters/FilterEditor";
import { FormSkeleton } from "@/ui/Skeletons";
import type { BoardEdits } from "../edits/edits";
import styles from "../surface/designer.module.css";
import { FieldChips } from "./FieldChips";
import { useFormOffers } from "./form_offers";
import { KindPicks } from "./KindPicks";
import { PlaceRows } from "./PlaceRows";

export interface TileInspectorProps {
  tile: Tile;
  /** Of the board. */
  filters: readonly Condition[];
  forms: readonly AppForm[];
  definitions: ReadonlyMap<string, FormDefinition>;
  problems: readonly Problem[];
  edits: BoardEdits;
  /** What tiles were in other kinds, by their ids. */
  kinds: Map<string, KindMemory>;
  /** On which tab it stands. */
  page: ReactNode;
  /** How it stands on a phone, where that is edited. */
  phone: ReactNode;
}

export function TileInspector({
  tile,
  filters,
  forms,
  definitions,
  problems,
  edits,
  kinds,
  page,
  phone,
}: TileInspectorProps) {
  const { t } = useTranslation("boards");
  const { t: tTiles } = useTranslation("tiles");
  const { chart } = tile;
  const definition = definitions.get(chart.form);
  const words = useColumnWords(definition ?? NO_FORM);
  const offered = useFormOffers(forms, chart.form);
  const type = tileType(chart.kind);
  // A title that only says the question follows the question.
  const change = (next: Chart, group?: string) => {
    const isOwn = tile.title !== titleOf(chart, words, tTiles);
    edits.chart(tile.id, next, isOwn ? undefined : titleOf(next, words, tTiles), group);
  };
  // The table of types keeps kind and settings together; only the compiler cannot see it for a kind known at run time.
  const Settings = type.Settings as ComponentType<
    Omit<TileSettingsProps<never>, "chart" | "onChange"> & { chart: Chart; onChange: typeof change }
  >;
  const basics = (
    <>
      <PropertyRow label={t("tileTitle")} name="title" problem={problemAt(problems, "title")}>
        {(id) => (
          <Input
            id={id}
            value={tile.title}
            maxLength={60}
            onChange={({ target }) => edits.title(tile.id, target.value)}
          />
        )}
      </PropertyRow>
      <KindPicks
        tile={tile}
        kinds={kinds}
        form={definition}
        filters={filters}
        isUnasked={problems.some(({ place }) => place !== "title")}
        onChange={change}
      />
      <PropertyRow label={t("form")} name="form" problem={problemAt(problems, "")}>
        {(id) => (
          <Select
            id={id}
            {...(offered.some(({ value }) => value === chart.form) && { value: chart.form })}
            placeholder={t("otherForm")}
            options={offered}
            onChange={(form) => change(asForm(chart, form))}
          />
        )}
      </PropertyRow>
      {page}
    </>
  );
  const data = definition && (
    <>
      <FieldChips chart={chart} form={definition} onChange={change} />
      <Suspense fallback={<FormSkeleton count={3} />}>
        <Settings chart={chart} form={definition} problems={problems} onChange={change} />
      </Suspense>
    </>
  );
  const place = <PlaceRows tile={tile} edits={edits} />;
  const conditions = definition && (
    <div data-property="filters">
      <FilterEditor
        form={definition}
        value={chart.filters ?? []}
        onChange={(next) => change({ ...chart, filters: next }, "filters")}
      />
    </div>
  );
  const holds = (group: ReturnType<typeof groupOf>) => (property: string) => groupOf(property) === group;
  return (
    <InspectorFrame
      hasSearch
      title={tile.title || t("unnamed")}
      subtitle={tTiles(`kind.${chart.kind}.label`)}
      icon={<type.icon size={18} />}
      groups={[
        ...(phone ? [{ id: "tile.phone", label: t("device.phone"), content: phone, holds: () => false }] : []),
        { id: "tile.basics", label: t("basics"), content: basics, holds: holds("basics") },
        ...(data ? [{ id: "tile.data", label: t("data"), content: data, holds: holds("data") }] : []),
        ...(conditions
          ? [{ id: "tile.filters", label: tTiles("settings.filters"), content: conditions, holds: holds("filters") }]
          : []),
        ...(phone ? [] : [{ id: "tile.place", label: t("place"), content: place, holds: () => false }]),
      ]}
    >
      <div className={styles.actions}>
        <Button size="small" icon={<Copy size={14} />} onClick={() => edits.insertCopies([tile], "duplicate")}>
          {t("duplicate")}
        </Button>
        <Button size="small" danger icon={<Trash2 size={14} />} onClick={() => edits.remove([tile.id])}>
          {t("remove")}
        </Button>
      </div>
    </InspectorFrame>
  );
}

/** Where a property stands; problems name it by its place in the tile. */
function groupOf(property: string): "basics" | "data" | "filters" {
  if (property.startsWith("filters")) return "filters";
  return ["title", "form", "tab"].includes(property) ? "basics" : "data";
}
