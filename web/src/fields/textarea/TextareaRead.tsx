import type { ReadProps } from "../registry";

export function TextareaRead({ value }: ReadProps<"textarea">) {
  return <span style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{String(value)}</span>;
}

export function TextareaCell({ value }: ReadProps<"textarea">) {
  return <span>{String(value).replace(/\s+/g, " ")}</span>;
}
