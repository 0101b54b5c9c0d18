import { create } from "zustand";
import { openDrawer } from "./drawers";

/** What the left pane of a designer shows: what can be added, or what is there. */
export type LeftPane = "palette" | "outline";

export const useLeftPane = create<{ shown: LeftPane }>(() => ({ shown: "palette" }));

export const showLeft = (shown: LeftPane): void => useLeftPane.setState({ shown });

const focusSearch = (): void => document.querySelector<HTMLInputElement>("aside input:not([type=radio])")?.focus();

/** `/` and `N`: the palette, ready to be typed into. */
export function searchPalette(): void {
  openDrawer("palette");
  if (useLeftPane.getState().shown === "palette") focusSearch();
  else requestAnimationFrame(focusSearch);
  showLeft("palette");
}
