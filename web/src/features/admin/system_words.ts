// How urgent a warning is.

import type { Warning } from "@/api/system";

const URGENT: readonly Warning[] = ["stopped", "disk_full", "damaged", "certificate_ended"];

export function toneOf(warning: Warning): "error" | "warning" {
  return URGENT.includes(warning) ? "error" : "warning";
}
