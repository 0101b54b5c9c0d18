// What was chosen on this device: widths of panes and columns, and a copy of the face that the person chose (ui/face.ts). Kept in
// localStorage; a browser that refuses storage simply forgets.

export function readPreference<T>(name: string, fallback: T): T {
  try {
    const text = localStorage.getItem(`tessera.${name}`);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

/** `false`: storage is full or forbidden, and it holds until the page closes. */
export function writePreference(name: string, value: unknown): boolean {
  try {
    localStorage.setItem(`tessera.${name}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function dropPreference(name: string): void {
  try {
    localStorage.removeItem(`tessera.${name}`);
  } catch {
    // Nothing was kept either.
  }
}

/** The names that begin so. */
export function preferenceNames(prefix: string): string[] {
  try {
    const begin = `tessera.${prefix}`;
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(begin))
      .map((name) => name.slice("tessera.".length));
  } catch {
    return [];
  }
}
