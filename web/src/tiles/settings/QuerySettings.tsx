import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { GroupChart, Query } from "@/model/report";
import { hasTooltip } from "./chart_choice";
import { DimensionRows } from "./DimensionRows";
import { FormatRows } from "./FormatRows";
import { ColorRow, OrderRow, TargetRow, TopRow } from "./LookRows";
import { MeasureRows } from "./MeasureRows";
import { PeriodRows } from "./PeriodRows";
import { TooltipRows } from "./TooltipRows";

export interface QueryRowsProps {
  chart: GroupChart;
  form: FormDefinition;
  /** Changes some of the query; `group` joins typing. */
  set: (changes: Partial<Query>, group?: string) => void;
  problems: readonly Problem[];
}

export type QueryPart = "dimension" | "split" | "splitIfAny" | "order" | "top" | "target" | "color";

export interface QuerySettingsProps {
  chart: GroupChart;
  form: FormDefinition;
  onChange: (chart: GroupChart, group?: string) => void;
  problems: readonly Problem[];
  /** Besides what and when, which every kind asks. */
  parts: readonly QueryPart[];
}

/** The questions of every kind that folds records into groups. */
export function QuerySettings({ chart, form, onChange, problems, parts }: QuerySettingsProps) {
  const has = (part: QueryPart): boolean => parts.includes(part);
  const rows: QueryRowsProps = {
    chart,
    form,
    problems,
    set: (changes, group) => onChange({ ...chart, ...changes }, group),
  };
  return (
    <>
      <MeasureRows {...rows} />
      <FormatRows {...rows} />
      {hasTooltip(chart) && <TooltipRows {...rows} />}
      {has("dimension") && <DimensionRows {...rows} part="dimension" />}
      {has("split") && <DimensionRows {...rows} part="split" />}
      {has("splitIfAny") && <DimensionRows {...rows} part="split" isOptional />}
      <PeriodRows {...rows} />
      {has("order") && <OrderRow {...rows} />}
      {has("top") && <TopRow {...rows} />}
      {has("target") && <TargetRow {...rows} />}
      {has("color") && <ColorRow {...rows} />}
    </>
  );
}
