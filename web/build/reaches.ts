// Whether a module needs, at once, another one: itself, or through what it imports.

interface Imports {
  importedIds: readonly string[];
}

export function reaches(id: string, wanted: RegExp, infoOf: (id: string) => Imports | null): boolean {
  const seen = new Set<string>();
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (wanted.test(at)) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    waiting.push(...(infoOf(at)?.importedIds ?? []));
  }
  return false;
}
