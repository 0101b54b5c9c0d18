// Which fields of a form a board speaks of.

import type { BoardDefinition } from "./report";

/** A column stands anywhere in a question; a field among them is `{ field }`. */
function fieldsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "field" && typeof inner === "string" ? [inner] : fieldsIn(inner),
  );
}

/** Fields of a form that whoever looks at the board may filter by. */
export const filtersOn = ({ viewer_filters = [] }: BoardDefinition, form: string): string[] =>
  viewer_filters.flatMap((filter) => (filter.form === form ? fieldsIn(filter.column) : []));

export function tilesOn({ tiles }: BoardDefinition, form: string): { tile: string; title: string; fields: string[] }[] {
  const about = tiles.filter(({ chart }) => chart.form === form);
  const found = about.map(({ id, title, chart }) => ({ tile: id, title, fields: [...new Set(fieldsIn(chart))] }));
  return found.filter(({ fields }) => fields.length > 0);
}
