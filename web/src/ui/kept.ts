import { useState } from "react";
import type { FileValue } from "@/model/value";
import { ownPlace } from "./own_place";
import { dropPreference, readPreference, writePreference } from "./preference";

type Kept<T> = [value: T, set: (value: T) => void];

/** A text that is being typed: kept on this device for this person under `place`, so that neither a closed tab nor an ended session loses it. */
export const useKept = (place: string): Kept<string> => useKeptValue<string>(place, "");

/** Uploads that are not sent yet: a phone's camera may close the page it was opened from. */
export const useKeptFiles = (place: string): Kept<readonly FileValue[]> => useKeptValue(place, NO_FILES);

const NO_FILES: readonly FileValue[] = [];

/** An empty one is not kept. */
function useKeptValue<T extends string | readonly unknown[]>(name: string, empty: T): Kept<T> {
  const place = ownPlace(name);
  const [value, setValue] = useState(() => readPreference(place, empty));
  const set = (next: T) => {
    setValue(next);
    if (next.length > 0) writePreference(place, next);
    else dropPreference(place);
  };
  return [value, set];
}

/** It is sent, or not wanted any more. */
export const dropKept = (place: string): void => dropPreference(ownPlace(place));
