// Changes to a list of options in the designer. Ids stay, so that records keep what they chose.

import type { Color } from "@/model/color";
import type { Choice } from "@/model/form";
import { freshSlug } from "@/model/id";

const idsOf = (options: readonly Choice[]) => new Set(options.map(({ id }) => id));

export function added(options: readonly Choice[], label: string): Choice[] {
  return [...options, { id: freshSlug("option", idsOf(options)), label }];
}

export function renamed(options: readonly Choice[], id: string, label: string): Choice[] {
  return options.map((option) => (option.id === id ? { ...option, label } : option));
}

export function painted(options: readonly Choice[], id: string, color: Color | null): Choice[] {
  return options.map((option) => {
    if (option.id !== id) return option;
    const { color: _old, ...plain } = option;
    return color ? { ...plain, color } : plain;
  });
}

export function removed(options: readonly Choice[], id: string): Choice[] {
  return options.filter((option) => option.id !== id);
}

/** `to` counts gaps of the list as it is: 0 is before the first. */
export function moved(options: readonly Choice[], id: string, to: number): Choice[] {
  const from = options.findIndex((option) => option.id === id);
  const option = options[from];
  if (!option) return [...options];
  const rest = removed(options, id);
  rest.splice(to > from ? to - 1 : to, 0, option);
  return rest;
}

/** One label per line; an option whose label is still there keeps its id and colour, and so does the n-th of as many lines. */
export function written(options: readonly Choice[], text: string): Choice[] {
  const labels = [...new Set(text.split("\n").map((line) => line.trim()))].filter(Boolean);
  const isRenaming = labels.length === options.length;
  const gone = options.filter(({ label }) => !labels.includes(label));
  const taken = idsOf(options);
  return labels.map((label, at) => {
    const same = options.find((option) => option.label === label);
    if (same) return same;
    const old = isRenaming ? options[at] : undefined;
    if (old && gone.includes(old)) return { ...old, label };
    const id = freshSlug("option", taken);
    taken.add(id);
    return { id, label };
  });
}
