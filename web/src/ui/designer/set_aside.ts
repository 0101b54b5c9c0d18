// What the person who edits hides on the surface, or locks against a slip of the hand. Theirs alone: kept on this device, by
// person and document, and never part of what is saved.

import { i18n } from "@/i18n/i18n";
import { ownPlace } from "../own_place";
import { dropPreference, readPreference, writePreference } from "../preference";
import { toast } from "../toast";
import { announce } from "./announce";
import type { DesignerStore } from "./session";

/** By the names that the selection uses. Those of things that are gone wait for undo to bring them back. */
export interface Aside {
  hidden: readonly string[];
  locked: readonly string[];
}

export const NOTHING_ASIDE: Aside = { hidden: [], locked: [] };

/** Reads what was kept of this document, and keeps what becomes of it. */
export function keepAside<Doc, Change>(store: DesignerStore<Doc, Change>, document: string): void {
  const name = ownPlace(`aside.${document}`);
  store.getState().setAside(readPreference(name, NOTHING_ASIDE));
  store.subscribe(({ aside }, before) => {
    if (aside === before.aside) return;
    if (aside.hidden.length + aside.locked.length > 0) writePreference(name, aside);
    else dropPreference(name);
  });
}

/** All of them, unless they all were already: then none. `name` is what they are called together. */
export function turnAside<Doc, Change>(
  store: DesignerStore<Doc, Change>,
  how: keyof Aside,
  ids: readonly string[],
  name: string,
): void {
  if (ids.length === 0) return;
  const { aside, setAside } = store.getState();
  const isOn = !ids.every((id) => aside[how].includes(id));
  const others = aside[how].filter((id) => !ids.includes(id));
  setAside({ ...aside, [how]: isOn ? [...others, ...ids] : others });
  announce(i18n.t(`designer:aside.${how}.${isOn ? "on" : "off"}`, { name }));
}

export function showAll<Doc, Change>(store: DesignerStore<Doc, Change>): void {
  const { aside, setAside } = store.getState();
  setAside({ ...aside, hidden: [] });
  announce(i18n.t("designer:aside.shown"));
}

export const lockedWords = (name: string): string => i18n.t("designer:aside.refused", { name });

/** For whoever tries to change something that is locked. */
export const sayLocked = (name: string): void => toast.info(lockedWords(name));
