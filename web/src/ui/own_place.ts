// Where this device keeps what a person typed or opened: under their name, so that the next one at a shared desk finds none of it.

import { signedInAs } from "@/api/session";
import { dropPreference, preferenceNames } from "./preference";

export const ownPlace = (place: string): string => `own.${signedInAs()}.${place}`;

/** As former releases named them: nobody knows whose they are. */
const NAMELESS = ["work.", "opinion.", "comment.", "palette.recent"];

/** Call it once, at the start. */
export function dropNameless(): void {
  for (const name of NAMELESS.flatMap(preferenceNames)) dropPreference(name);
}
