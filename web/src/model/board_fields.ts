// Which fields of a form the tiles of a board speak of.

import type { BoardDefinition } from "./report";

/** A column stands anywhere in a question; a field among them is `{ field }`. */
function fieldsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(fieldsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "field" && typeof inner === "string" ? [inner] : fieldsIn(inner),
  );
}

export function tilesOn({ tiles }: BoardDefinition, form: string): { tile: string; title: string; fields: string[] }[] {
  const about = tiles.filter(({ chart }) => chart.form === form);
  const found = about.map(({ id, title, chart }) => ({ tile: id, title, fields: [...new Set(fieldsIn(chart))] }));
  return found.filter(({ fields }) => fields.length > 0);
}
