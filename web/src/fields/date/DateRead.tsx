import type { ReadProps } from "../registry";

export function DateRead({ value }: ReadProps<"date">) {
  return <time dateTime={String(value)}>{String(value)}</time>;
}
