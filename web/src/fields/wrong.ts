import type { Problem } from "@/model/problem";

/** One thing wrong with a value. */
export function wrong(place: string, code: string, data: Record<string, string | number> = {}): Problem {
  const words = Object.entries(data).map(([name, value]) => [name, String(value)]);
  return { place, code, severity: "error", data: Object.fromEntries(words) };
}
