// The first password of a person: made here, shown once, changed at the first sign-in.

/** Without characters that look like others. */
const LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const GROUPS = 3;
const GROUP_CHARS = 5;

/** `byte` gives a number from 0 to 255. 15 characters of 55: 86 bits. */
export function initialPassword(byte: () => number = randomByte): string {
  // A byte above the last whole run of the letters would favour the first ones.
  const fair = 256 - (256 % LETTERS.length);
  const letter = (): string => {
    let at = byte();
    while (at >= fair) at = byte();
    return LETTERS.charAt(at % LETTERS.length);
  };
  const group = () => Array.from({ length: GROUP_CHARS }, letter).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

function randomByte(): number {
  return crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
}
