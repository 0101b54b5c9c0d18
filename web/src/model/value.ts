// What a field can hold, as it travels over the wire.

/** An attachment as its record remembers it. */
export interface FileValue {
  id: string;
  /** The name it was uploaded under. */
  name: string;
  bytes: number;
  /** Decided by the content: `image/jpeg`. */
  media: string;
}

/** One value. Numbers, money and percent are decimal text, so that nothing is lost to binary fractions. */
export type ScalarValue = string | number | boolean | FileValue;

/**
 * One field's content. Text, decimal text, `2026-11-24`, and ids of options, people and departments are strings; an
 * instant is a number of milliseconds. `null` is the only empty.
 */
export type Value = ScalarValue | readonly ScalarValue[] | null;

/** By field id; a field that is absent is empty. */
export type Values = Readonly<Record<string, Value>>;

export function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

export function isFile(value: unknown): value is FileValue {
  return typeof value === "object" && value !== null && "media" in value;
}
