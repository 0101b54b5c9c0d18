/** `{ "./zh/inbox.ts": words }` becomes `{ inbox: words }`. */
export function gather(files: Record<string, unknown>): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, words]) => [
      path.slice(path.lastIndexOf("/") + 1, -".ts".length),
      words as Record<string, unknown>,
    ]),
  );
}
