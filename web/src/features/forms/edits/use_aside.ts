// What the outline shows of a field or group that is hidden on the sheet or locked, and turns.

import { useStore } from "zustand";
import { sectionKey } from "@/model/edit/form_plan";
import type { AsideProps } from "@/ui/designer/AsideButtons";
import type { LockNoteProps } from "@/ui/designer/LockNote";
import { turnAside } from "@/ui/designer/set_aside";
import { isRefused, lockOn, nameOfKey } from "./locks";
import { useDefinition, useDesigning } from "./session";

export function useAside(key: string): AsideProps {
  const { store } = useDesigning();
  const { hidden, locked } = useStore(store, ({ aside }) => aside);
  const turn = (how: "hidden" | "locked") => () =>
    turnAside(store, how, [key], nameOfKey(store.getState().history.doc, key));
  return {
    isHidden: hidden.includes(key),
    isLocked: locked.includes(key),
    onHide: turn("hidden"),
    onLock: turn("locked"),
    isRefused: () => isRefused(store, [key]),
  };
}

/** Whether it is hidden on the sheet. */
export function useIsHidden(key: string): boolean {
  return useStore(useDesigning().store, ({ aside }) => aside.hidden.includes(key));
}

/** Why the properties of these cannot be changed, where they cannot. */
export function useLockNote(keys: readonly string[]): LockNoteProps | undefined {
  const { store } = useDesigning();
  const form = useDefinition();
  const lock = useStore(store, () => lockOn(store, keys));
  if (lock === null) return undefined;
  const name = nameOfKey(form, lock);
  return { name, onUnlock: () => turnAside(store, "locked", [lock], name) };
}

/** Whether the form has what is kept under this name. */
export function useIsThere(): (key: string) => boolean {
  const { fields, sections } = useDefinition();
  return (key) => fields.some(({ id }) => id === key) || sections.some(({ id }) => sectionKey(id) === key);
}
