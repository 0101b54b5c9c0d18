import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { tileQuery } from "@/api/boards";
import type { RecordQuery, RecordRow } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import type { Color } from "@/model/color";
import { choicesOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Column, type Condition, columnKey, type GroupChart, TILE_GROUPS_MAX } from "@/model/report";
import type { Value } from "@/model/value";
import type { ColumnWords } from "@/ui/column_words";
import { groupOf, startsGroup } from "./groups";
import type { Pages } from "./use_pages";

/** The heading over a row. */
export interface Group {
  /** As tiles name it: an option, a person, a state; empty for an empty cell. */
  key: string;
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

/** How many records stand under each key. */
function useCounts(form: string, group: Column | null, filters: Condition[], isOn: boolean): Map<string, number> {
  const chart: GroupChart = {
    kind: "bar",
    form,
    filters,
    dimension: { column: group ?? "state" },
    measure: { kind: "count" },
    top: TILE_GROUPS_MAX,
  };
  const { data } = useQuery({
    ...tileQuery(chart),
    // Under the records' key, so that what makes the rows stale makes the counts stale.
    queryKey: ["records", form, "groups", chart] as never,
    enabled: isOn,
  });
  return useMemo(() => new Map(data?.groups.map(({ key, count }) => [key, count])), [data]);
}

/** What a group is called, whether or not one of its rows is at hand. */
function useNamed({ form, definition, group, question, words }: Omit<Grouped, "pages">) {
  const { t } = useTranslation("records");
  const isCounted = group !== null && !question.search;
  const counts = useCounts(form, group, question.filters, isCounted);
  return (column: Column, key: string, value: Value | undefined = key): Group => ({
    key,
    label: words.text(column, value) || t("noValue"),
    color: choicesOf(column, definition).find(({ id }) => id === key)?.color ?? null,
    count: isCounted ? (counts.get(key) ?? null) : null,
  });
}

/** The groups that were folded, by name. `question` still asks for them. */
export function useFolded(asked: Omit<Grouped, "pages">, folded: readonly string[]): Group[] {
  const named = useNamed(asked);
  const { group } = asked;
  return group ? folded.map((key) => named(group, key)) : [];
}

/** The heading over each row that has one. */
export function useGroups({ pages, ...asked }: Grouped) {
  const { group } = asked;
  const named = useNamed(asked);
  const { rowAt, stamp } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows at hand change with the stamp alone
  const hasHead = useCallback(
    (index: number) => group !== null && startsGroup(rowAt, group, index),
    [group, stamp, pages.key],
  );
  const headOf = (row: RecordRow): Group | null => {
    if (!group) return null;
    return named(group, groupOf(row, group), group === "state" ? row.state : row.values[columnKey(group)]);
  };
  return { hasHead, headOf };
}
