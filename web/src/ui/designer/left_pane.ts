import { create } from "zustand";

/** What the left pane of a designer shows: what can be added, or what is there. */
export type LeftPane = "palette" | "outline";

export const useLeftPane = create<{ shown: LeftPane }>(() => ({ shown: "palette" }));

export const showLeft = (shown: LeftPane): void => useLeftPane.setState({ shown });

/** `/` and `N`: the palette, ready to be typed into. */
export function searchPalette(): void {
  showLeft("palette");
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>("aside input")?.focus());
}
