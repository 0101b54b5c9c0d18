import { useState } from "react";
import { dropPreference, readPreference, writePreference } from "./preference";

/** A text that is being typed: kept on this device under `place`, so that neither a closed tab nor an ended session loses it. */
export function useKept(place: string): [text: string, set: (text: string) => void] {
  const [text, setText] = useState(() => readPreference(place, ""));
  const set = (next: string) => {
    setText(next);
    if (next) writePreference(place, next);
    else dropPreference(place);
  };
  return [text, set];
}
