// Light and dark. The choice (light, dark or the system's) is a preference; the values live in tokens.css, and antd's
// theme is read from them.

import { theme as antdTheme, type ThemeConfig } from "antd";
import { create } from "zustand";
import { readPreference, writePreference } from "./preference";

export type ThemeChoice = "system" | "light" | "dark";
export type ThemeMode = "light" | "dark";

interface ThemeState {
  choice: ThemeChoice;
  mode: ThemeMode;
  choose: (choice: ThemeChoice) => void;
}

const systemDark = matchMedia("(prefers-color-scheme: dark)");

function modeOf(choice: ThemeChoice): ThemeMode {
  if (choice === "system") return systemDark.matches ? "dark" : "light";
  return choice;
}

function paint(mode: ThemeMode): ThemeMode {
  document.documentElement.dataset.theme = mode;
  return mode;
}

export const useTheme = create<ThemeState>((set) => {
  const choice = readPreference<ThemeChoice>("theme", "system");
  return {
    choice,
    mode: paint(modeOf(choice)),
    choose: (next) => {
      writePreference("theme", next);
      set({ choice: next, mode: paint(modeOf(next)) });
    },
  };
});

systemDark.addEventListener("change", () => {
  const { choice } = useTheme.getState();
  useTheme.setState({ mode: paint(modeOf(choice)) });
});

/** A token's value in the theme now shown: `token("brand")`. For canvases and libraries that want a colour. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

/** antd's theme, read from tokens.css as it stands for `mode`; call it after the mode was painted. */
export function antdThemeOf(mode: ThemeMode, phone: boolean): ThemeConfig {
  if (!token("brand")) return {};
  return {
    algorithm: mode === "dark" ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: token("brand"),
      colorInfo: token("info"),
      colorSuccess: token("success"),
      colorWarning: token("warning"),
      colorError: token("danger"),
      // What antd derives from our deep colours is muddy.
      colorInfoBg: token("info-soft"),
      colorSuccessBg: token("success-soft"),
      colorWarningBg: token("warning-soft"),
      colorErrorBg: token("danger-soft"),
      colorLink: token("brand-text"),
      colorBgLayout: token("ground"),
      colorBgContainer: token("surface"),
      colorBgElevated: token("surface-raised"),
      colorBorder: token("line-strong"),
      colorBorderSecondary: token("line"),
      colorText: token("text"),
      colorTextSecondary: token("text-soft"),
      colorTextTertiary: token("text-faint"),
      colorTextDescription: token("text-faint"),
      colorTextPlaceholder: token("text-faint"),
      colorTextLightSolid: token("on-brand"),
      colorBgMask: token("veil"),
      fontFamily: token("font"),
      fontFamilyCode: token("font-mono"),
      fontSize: 14,
      borderRadius: 6,
      controlHeight: phone ? 44 : 34,
      // A thumb has no smaller buttons.
      ...(phone && { controlHeightSM: 44 }),
      motionDurationFast: "0.08s",
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.2s",
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
      Table: { headerBg: token("surface-sunken"), cellPaddingBlock: 10 },
      Tooltip: { colorBgSpotlight: token("text"), colorTextLightSolid: token("ground") },
      Drawer: { paddingLG: 20 },
    },
  };
}
