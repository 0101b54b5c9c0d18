import { useFormat } from "@/ui/format";
import type { ReadProps } from "../registry";

export function DatetimeRead({ value }: ReadProps<"datetime">) {
  const format = useFormat();
  const at = Number(value);
  return <time dateTime={new Date(at).toISOString()}>{format.dateTime(at)}</time>;
}
