// Whatever has a name is found as it is written and as it is read. The window learns how names are read when somebody types letters.

import { useCallback, useMemo } from "react";
import { create } from "zustand";
import { readNames } from "@/api/pinyin";
import { isNamed } from "@/model/pinyin";

const HAN = /\p{Script=Han}/u;
const LETTERS = /[a-z]/i;

/** A name that is being asked for is read as nothing. */
const known = new Map<string, string>();
let asked = new Set<string>();
/** How often something was learned. */
const useLearned = create(() => ({ times: 0 }));

function ask(name: string): void {
  known.set(name, "");
  if (asked.size === 0) queueMicrotask(() => void learn());
  asked.add(name);
}

/** Without an answer names are found as they are written, and the next letter asks again. */
async function learn(): Promise<void> {
  const names = [...asked];
  asked = new Set();
  const read = await readNames(names).catch(() => null);
  for (const name of names) {
    if (read) known.set(name, read[name] ?? "");
    else known.delete(name);
  }
  if (read) useLearned.setState(({ times }) => ({ times: times + 1 }));
}

/** Whether somebody who typed this may mean the name. `pinyin`: how it is read, where that came with it. */
export function named(name: string, typed: string, pinyin?: string): boolean {
  const isUnread = pinyin === undefined && !known.has(name) && LETTERS.test(typed) && HAN.test(name);
  if (isUnread) ask(name);
  return isNamed(name, pinyin ?? known.get(name), typed);
}

/** The same for a list on the page: another function whenever the window has learned more. */
export function useNamed(): typeof named {
  const now = useLearned(({ times }) => times);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known is the reason, not an input
  return useCallback((...asked) => named(...asked), [now]);
}

interface Option {
  label?: unknown;
  pinyin?: string | undefined;
}

/** The search of a Select over names. */
export function useByName(): { filterOption: (typed: string, option: Option | undefined) => boolean } {
  const isNamedSo = useNamed();
  return useMemo(
    () => ({
      filterOption: (typed, option) => isNamedSo(String(option?.label ?? ""), typed, option?.pinyin),
    }),
    [isNamedSo],
  );
}
