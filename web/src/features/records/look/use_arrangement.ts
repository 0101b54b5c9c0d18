import { useEffect, useMemo, useState } from "react";
import type { FormDefinition } from "@/model/form";
import type { Arrangement } from "@/model/report";
import { readPreference, writePreference } from "@/ui/preference";
import { arrangementOf } from "./arrange";
import type { Look } from "./look";

interface Arranging {
  form: string;
  definition: FormDefinition;
  look: Look;
  /** A saved view is open: what is changed belongs to it, and to the address until it is saved. */
  isOfView: boolean;
  onLook: (part: Partial<Look>) => void;
}

/** How the grid stands. Without a view it stays on this device. */
export function useArrangement({ form, definition, look, isOfView, onLook }: Arranging) {
  const name = `records.arranged.${form}`;
  const [ofDevice, setOfDevice] = useState<unknown>(() => readPreference(name, null));
  const [drawn, draw] = useState<Partial<Arrangement>>({});
  const kept = useMemo(
    () => arrangementOf(look.arrangement ?? ofDevice, definition, look.columns.length),
    [look.arrangement, ofDevice, definition, look.columns.length],
  );
  // What was drawn holds until it is kept, so that nothing jumps back in between.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another arrangement is the reason, not an input
  useEffect(() => draw({}), [kept]);
  const arrangement = useMemo(() => ({ ...kept, ...drawn }), [kept, drawn]);
  const arrange = (part: Partial<Arrangement>, rest: Partial<Look> = {}) => {
    const next = { ...kept, ...part };
    draw(part);
    if (isOfView || look.arrangement) return onLook({ ...rest, arrangement: next });
    setOfDevice(next);
    writePreference(name, next);
    if (Object.keys(rest).length > 0) onLook(rest);
  };
  /** `draw`: seen at once, kept by nobody; for the time of a drag. */
  return { arrangement, arrange, draw };
}

export type Arranged = ReturnType<typeof useArrangement>;
