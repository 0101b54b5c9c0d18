// Who a comment speaks to: names after an @, as they stand in the text.

export interface Named {
  id: string;
  name: string;
}

/** Each person once, in the order of the text; of two names that both fit, the longer one. */
export function mentionedIn(text: string, people: readonly Named[]): string[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const found = text.split("@").slice(1);
  const ids = found.flatMap((rest) => longestFirst.find(({ name }) => rest.startsWith(name))?.id ?? []);
  return [...new Set(ids)];
}
