// What a person typed and the server does not have yet, kept on this device: a closed tab or a dead network loses nothing.

import { newId } from "@/model/id";
import type { Values } from "@/model/value";
import { dropPreference, readPreference, writePreference } from "@/ui/preference";

export interface LocalCopy {
  /** Of the order to be; made here, so that no attempt makes a second order. */
  id: string;
  /** The version of the form it was typed into. */
  version: number;
  values: Values;
  /** The server has a draft of it. */
  isDraft: boolean;
  at: number;
}

/** Its name among the preferences of this device. */
export const copyPlace = (form: string, user: string): string => `fill.${form}.${user}`;

export function readCopy(form: string, user: string): LocalCopy | null {
  return readPreference<LocalCopy | null>(copyPlace(form, user), null);
}

export function writeCopy(form: string, user: string, copy: LocalCopy | null): void {
  if (copy) writePreference(copyPlace(form, user), copy);
  else dropPreference(copyPlace(form, user));
}

export function freshCopy(version: number, values: Values): LocalCopy {
  return { id: newId(), version, values, isDraft: false, at: Date.now() };
}
