// Keys. A page declares its shortcuts while it is shown; the sheet behind `?` lists whatever is declared. Nothing fires
// while somebody types, or composes a character, or has a dialog open over the page.

import { useEffect, useRef } from "react";
import { create } from "zustand";
import { isLight, lightLayer } from "./layers";

export interface Shortcut {
  /** `mod+shift+z`, `?`, `alt+arrowup`, `j`. `mod` is Ctrl, or Command on Apple devices. */
  keys: string;
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Also while typing: only for chords that mean nothing in a text, such as `mod+k`. */
  evenTyping?: boolean;
  isOff?: boolean;
}

export interface ShortcutGroup {
  id: number;
  title: string;
  shortcuts: readonly Shortcut[];
  /** What it was declared in; a dialog over the page keeps the page's keys to itself. */
  dialog: Element | null;
}

export const useShortcutGroups = create<{ groups: readonly ShortcutGroup[] }>(() => ({ groups: [] }));

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const LABELS: Record<string, string> = {
  mod: isApple ? "⌘" : "Ctrl",
  shift: isApple ? "⇧" : "Shift",
  alt: isApple ? "⌥" : "Alt",
  enter: "Enter",
  escape: "Esc",
  f2: "F2",
  backspace: "⌫",
  delete: "Del",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
};

const partsOf = (keys: string): string[] => (keys === "+" ? ["+"] : keys.split("+"));

export function keyLabels(keys: string): string[] {
  return partsOf(keys).map((part) => LABELS[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

const isLetter = (key: string): boolean => /^[a-z]$/.test(key);

export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = partsOf(keys);
  const key = parts.at(-1) ?? "";
  if (event.key.toLowerCase() !== key) return false;
  const isMod = isApple ? event.metaKey : event.ctrlKey;
  if (parts.includes("mod") !== isMod || parts.includes("alt") !== event.altKey) return false;
  // `?` and `+` need Shift on most keyboards; only letters and named keys tell Shift apart.
  const isShiftTold = isLetter(key) || key.length > 1;
  return !isShiftTold || parts.includes("shift") === event.shiftKey;
}

/** The key means something where the focus is: it turns a tick, presses a button, goes through an open menu, or is text. */
function isTaken({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches("[type=radio], [type=checkbox]")) return key === " " || key.startsWith("Arrow");
  if (target.closest("button, a[href]") && (key === " " || key === "Enter")) return true;
  return (
    isLight(target) || target.closest("input, textarea, select, [contenteditable=true], [contenteditable='']") !== null
  );
}

/** The one over all others. */
const topDialog = (): Element | null => [...document.querySelectorAll("[role=dialog][aria-modal=true]")].at(-1) ?? null;

/** Safari ends a composition before it tells the key that did; 229 is all it says of it. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/** A page that came while a dialog was closing stands on its own once that is gone. */
const layerOf = ({ dialog }: ShortcutGroup): Element | null => (dialog?.isConnected ? dialog : null);

function onKey(event: KeyboardEvent): void {
  if (isComposing(event) || event.defaultPrevented) return;
  // What is open over the page closes first.
  if (event.key === "Escape" && lightLayer()) return;
  const taken = isTaken(event);
  const over = topDialog();
  const { groups } = useShortcutGroups.getState();
  for (const group of groups) {
    for (const shortcut of group.shortcuts) {
      if (shortcut.isOff || (taken && !shortcut.evenTyping) || !matches(shortcut.keys, event)) continue;
      if (!shortcut.evenTyping && layerOf(group) !== over) continue;
      event.preventDefault();
      shortcut.run(event);
      return;
    }
  }
}

addEventListener("keydown", onKey);

let lastId = 0;

/** Declares the page's shortcuts; the newest page wins a key. */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const id = useRef(0);
  useEffect(() => {
    lastId += 1;
    id.current = lastId;
    const mine = lastId;
    const group = { id: mine, title: "", shortcuts: [], dialog: topDialog() };
    useShortcutGroups.setState(({ groups }) => ({ groups: [group, ...groups] }));
    return () => useShortcutGroups.setState(({ groups }) => ({ groups: groups.filter((group) => group.id !== mine) }));
  }, []);
  useEffect(() => {
    const mine = id.current;
    useShortcutGroups.setState(({ groups }) => ({
      groups: groups.map((group) => (group.id === mine ? { ...group, title, shortcuts } : group)),
    }));
  }, [title, shortcuts]);
}
