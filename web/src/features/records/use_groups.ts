import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { tileQuery } from "@/api/boards";
import type { RecordQuery, RecordRow } from "@/api/records";
import type { Color } from "@/model/color";
import { choicesOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Column, columnKey, type GroupChart, TILE_GROUPS_MAX } from "@/model/report";
import type { ColumnWords } from "@/ui/column_words";
import { groupOf, startsGroup } from "./groups";
import type { Pages } from "./use_pages";

/** The heading over a row. */
export interface Group {
  label: string;
  color: Color | null;
  /** How many rows stand under it; `null`: not known, as while something is searched for. */
  count: number | null;
}

interface Grouped {
  form: string;
  definition: FormDefinition;
  group: Column | null;
  question: RecordQuery;
  words: ColumnWords;
  pages: Pages;
}

/** The heading over each row that has one. */
export function useGroups({ form, definition, group, question, words, pages }: Grouped) {
  const { t } = useTranslation("records");
  const chart: GroupChart = {
    kind: "bar",
    form,
    filters: question.filters,
    dimension: { column: group ?? "state" },
    measure: { kind: "count" },
    top: TILE_GROUPS_MAX,
  };
  const isCounted = group !== null && !question.search;
  const { data } = useQuery({
    ...tileQuery(chart),
    // Under the records' key, so that what makes the rows stale makes the counts stale.
    queryKey: ["records", form, "groups", chart] as never,
    enabled: isCounted,
  });
  const counts = useMemo(() => new Map(data?.groups.map(({ key, count }) => [key, count])), [data]);
  const { rowAt, stamp } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows at hand change with the stamp alone
  const hasHead = useCallback(
    (index: number) => group !== null && startsGroup(rowAt, group, index),
    [group, stamp, pages.key],
  );
  const headOf = (row: RecordRow): Group | null => {
    if (!group) return null;
    const key = groupOf(row, group);
    const value = group === "state" ? row.state : row.values[columnKey(group)];
    return {
      label: words.text(group, value) || t("noValue"),
      color: choicesOf(group, definition).find(({ id }) => id === key)?.color ?? null,
      count: isCounted ? (counts.get(key) ?? null) : null,
    };
  };
  return { hasHead, headOf };
}
