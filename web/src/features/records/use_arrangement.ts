import { useState } from "react";
import { readPreference, writePreference } from "@/ui/preference";
import { ARRANGED_FIRST, type Arrangement } from "./arrange";

/** Stays on this device. */
export function useArrangement(form: string) {
  const name = `records.arranged.${form}`;
  const [kept, setKept] = useState<Arrangement>(() => ({ ...ARRANGED_FIRST, ...readPreference(name, {}) }));
  const arrange = (part: Partial<Arrangement>) => {
    const next = { ...kept, ...part };
    setKept(next);
    writePreference(name, next);
  };
  return { arrangement: kept, arrange };
}

export type Arranged = ReturnType<typeof useArrangement>;
