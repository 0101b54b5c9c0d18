// Identities made on the client: UUID version 7, so that creation order is byte order.

/** A new identity; `now` in milliseconds since the epoch. */
export function newId(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let rest = now;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

const SLUG = /^[a-z][a-z0-9_]{0,47}$/;

/** The shape of field, option, node, edge and tile ids. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** `stem`, or the first of `stem_2`, `stem_3`, … that is not taken. */
export function freshSlug(stem: string, taken: ReadonlySet<string>): string {
  if (!taken.has(stem)) return stem;
  let number = 2;
  while (taken.has(`${stem}_${number}`)) number += 1;
  return `${stem}_${number}`;
}
