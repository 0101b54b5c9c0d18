import { useQuery } from "@tanstack/react-query";
import dayjs from "dayjs";
import { useMemo } from "react";
import { directoryQuery } from "@/api/directory";
import type { NameBook } from "@/fields/reading";
import { kindOf } from "@/model/column";
import type { FieldMatrix, FormDefinition } from "@/model/form";
import type { Column } from "@/model/report";
import type { Value } from "@/model/value";
import type { ColumnWords } from "@/ui/column_words";
import { columnLock, fieldOf } from "./editable";
import type { Lane } from "./plan";

/** The columns as clipboard and editors meet them. Numbers and times are copied as spreadsheets count with them. */
export function useLanes(
  columns: readonly Column[],
  form: FormDefinition,
  words: ColumnWords,
  mayEdit: boolean,
  closed: FieldMatrix | undefined,
): Lane[] {
  return useMemo(
    () =>
      columns.map((column) => {
        const kind = kindOf(column, form);
        const text = (value: Value | undefined): string => {
          if (value === undefined || value === null) return "";
          if (kind === "instant") return dayjs(Number(value)).format("YYYY-MM-DD HH:mm:ss");
          return kind === "number" ? String(value) : words.text(column, value);
        };
        const field = fieldOf(column, form);
        return { column, field, lock: columnLock(column, form, mayEdit, closed), isNumber: kind === "number", text };
      }),
    [columns, form, words, mayEdit, closed],
  );
}

const lower = (text: string): string => text.trim().toLowerCase();

function bookOf(entries: readonly (readonly [name: string, id: string])[]): (name: string) => readonly string[] {
  const ids = new Map<string, string[]>();
  for (const [name, id] of entries) {
    const found = ids.get(lower(name)) ?? [];
    if (!found.includes(id)) ids.set(lower(name), [...found, id]);
  }
  return (name) => ids.get(lower(name)) ?? [];
}

/** People who are here, by name or login, and departments. */
export function useNameBook(): NameBook {
  const { data } = useQuery(directoryQuery);
  return useMemo(() => {
    const people = (data?.users ?? []).filter(({ is_active }) => is_active);
    const named = people.flatMap(
      ({ id, name, login }) => [[name, id], ...(login ? [[login, id]] : [])] as [string, string][],
    );
    return {
      people: bookOf(named),
      departments: bookOf((data?.departments ?? []).map(({ id, name }) => [name, id])),
    };
  }, [data]);
}
