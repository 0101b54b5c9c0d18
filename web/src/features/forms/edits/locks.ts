// What of the form is locked for whoever edits it: a field by itself, or by its group. Asked before anything changes.

import { useStore } from "zustand";
import { i18n } from "@/i18n/i18n";
import type { FormChange } from "@/model/edit/form";
import { type Place, placeOf, sectionKey } from "@/model/edit/form_plan";
import type { FormDefinition } from "@/model/form";
import { lockedWords, sayLocked } from "@/ui/designer/set_aside";
import type { Over } from "@/ui/drag";
import { type FormStore, useDesigning } from "./session";
import { ownerName } from "./uses";

/** What a change itself is kept under: a field, or a group under the name that the selection uses. */
function keyOf(change: FormChange): string[] {
  switch (change.kind) {
    case "put_field":
      return [change.field.id];
    case "drop_field":
      return [change.id];
    case "put_section":
      return [sectionKey(change.section.id)];
    case "drop_section":
      return [sectionKey(change.id)];
    case "title":
      return [];
  }
}

/** The first of them that is locked, or whose group is. */
function lockAmong(form: FormDefinition, locked: readonly string[], keys: readonly string[]): string | null {
  if (locked.length === 0) return null;
  const found = keys.flatMap((key) => {
    const group = placeOf(form, key)?.section;
    return [key, group === undefined ? "" : sectionKey(group)].filter((one) => locked.includes(one));
  });
  return found[0] ?? null;
}

export function lockOn(store: FormStore, keys: readonly string[]): string | null {
  const { history, aside } = store.getState();
  return lockAmong(history.doc, aside.locked, keys);
}

export function nameOfKey(form: FormDefinition, key: string): string {
  const { control } = form.fields.find(({ id }) => id === key) ?? {};
  return ownerName(form, key) || i18n.t(control ? `field:${control.kind}.label` : "forms:section.untitled");
}

/** Whether a lock is in the way, which is then said. */
export function isRefused(store: FormStore, keys: readonly string[], changes: readonly FormChange[] = []): boolean {
  const lock = lockOn(store, [...keys, ...changes.flatMap(keyOf)]);
  if (lock !== null) sayLocked(nameOfKey(store.getState().history.doc, lock));
  return lock !== null;
}

/** Nothing locked is taken, and no field goes into a locked group. */
export function unlockedOver<P extends Place | number>(
  store: FormStore,
  keys: readonly string[],
  over: Over<P>,
): Over<P> {
  const into = over.place !== null && typeof over.place === "object" ? [sectionKey(over.place.section)] : [];
  const lock = lockOn(store, [...keys, ...into]);
  if (lock === null) return over;
  return { place: null, deny: lockedWords(nameOfKey(store.getState().history.doc, lock)) };
}

/** What keeps it from being changed: itself or its group. */
export function useLockOn(key: string): string | null {
  return useStore(useDesigning().store, ({ history, aside }) => lockAmong(history.doc, aside.locked, [key]));
}
