// Light and dark. The choice (light, dark or the system's) is a preference; the values live in tokens.css.

import { create } from "zustand";
import type { Theme } from "@/model/preference";
import { usePaper } from "./paper";
import { readPreference, writePreference } from "./preference";

export type ThemeMode = "light" | "dark";

interface ThemeState {
  choice: Theme;
  mode: ThemeMode;
  choose: (choice: Theme) => void;
}

const systemDark = matchMedia("(prefers-color-scheme: dark)");

/** Paper is light, whoever chose what. */
function modeOf(choice: Theme): ThemeMode {
  if (usePaper.getState().isPrinting) return "light";
  if (choice === "system") return systemDark.matches ? "dark" : "light";
  return choice;
}

function paint(mode: ThemeMode): ThemeMode {
  document.documentElement.dataset.theme = mode;
  return mode;
}

export const useTheme = create<ThemeState>((set) => {
  const choice = readPreference<Theme>("theme", "system");
  return {
    choice,
    mode: paint(modeOf(choice)),
    choose: (next) => {
      writePreference("theme", next);
      set({ choice: next, mode: paint(modeOf(next)) });
    },
  };
});

function repaint(): void {
  const { choice } = useTheme.getState();
  useTheme.setState({ mode: paint(modeOf(choice)) });
}

systemDark.addEventListener("change", repaint);
usePaper.subscribe(repaint);

/** A token's value in the theme now shown: `token("brand")`. For canvases and libraries that want a colour. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}
