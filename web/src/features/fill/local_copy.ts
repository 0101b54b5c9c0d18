// What a person typed and the server does not have yet, kept on this device: a closed tab or a dead network loses nothing.
// One copy for each order, so that two windows of one form never write the same one.

import { newId } from "@/model/id";
import type { Values } from "@/model/value";
import { dropPreference, preferenceNames, readPreference, writePreference } from "@/ui/preference";

export interface LocalCopy {
  /** Of the order to be; made here, so that no attempt makes a second order. */
  id: string;
  /** The version of the form it was typed into. */
  version: number;
  values: Values;
  /** The server has a draft of it. */
  isDraft: boolean;
  /** Not wanted any more, and the server does not know yet. */
  isThrown?: boolean;
  at: number;
}

const ofForm = (form: string, user: string): string => `fill.${form}.${user}.`;

/** Its name among the preferences of this device. */
export const copyPlace = (form: string, user: string, id: string): string => ofForm(form, user) + id;

/** Newest first. */
export function copiesOf(form: string, user: string): LocalCopy[] {
  const copies = preferenceNames(ofForm(form, user)).map((name) => readPreference<LocalCopy | null>(name, null));
  return copies.filter((copy) => copy !== null).sort((a, b) => b.at - a.at);
}

export function writeCopy(form: string, user: string, copy: LocalCopy): void {
  writePreference(copyPlace(form, user, copy.id), copy);
}

export function dropCopy(form: string, user: string, id: string): void {
  dropPreference(copyPlace(form, user, id));
}

export function freshCopy(version: number, values: Values): LocalCopy {
  return { id: newId(), version, values, isDraft: false, at: Date.now() };
}
