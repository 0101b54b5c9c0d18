import { useState } from "react";
import type { FileValue } from "@/model/value";
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

/** Uploads that are not sent yet, kept as `useKept` keeps a text: a phone's camera may close the page it was opened from. */
export function useKeptFiles(place: string): [files: readonly FileValue[], set: (files: readonly FileValue[]) => void] {
  const [files, setFiles] = useState(() => readPreference<readonly FileValue[]>(place, []));
  const set = (next: readonly FileValue[]) => {
    setFiles(next);
    if (next.length > 0) writePreference(place, next);
    else dropPreference(place);
  };
  return [files, set];
}
