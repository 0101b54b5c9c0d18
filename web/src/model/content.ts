// Whether two documents say the same, whatever order their parts were written in. Pure.

/** The same text for the same content; what is absent and what is null are one. */
export function contentOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one !== "object" || one === null || Array.isArray(one)) return one;
    const said = Object.entries(one).filter(([, part]) => part !== undefined && part !== null);
    return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

export const hasSameContent = (a: unknown, b: unknown): boolean => contentOf(a) === contentOf(b);
