// What was added last from a palette on this device: the next one is often the same.

import { create } from "zustand";
import { readPreference, writePreference } from "../preference";

export type PaletteName = "form" | "flow" | "board";

const RECENT_MAX = 4;

const nameOf = (palette: PaletteName): string => `palette.${palette}`;

const useAll = create<Partial<Record<PaletteName, readonly string[]>>>(() => ({}));

const known = (palette: PaletteName): readonly string[] =>
  useAll.getState()[palette] ?? readPreference<readonly string[]>(nameOf(palette), []);

/** The newest first. */
export function useRecent(palette: PaletteName): readonly string[] {
  return useAll((all) => all[palette]) ?? known(palette);
}

export function noteAdded(palette: PaletteName, id: string): void {
  const ids = [id, ...known(palette).filter((one) => one !== id)].slice(0, RECENT_MAX);
  useAll.setState({ [palette]: ids });
  writePreference(nameOf(palette), ids);
}
