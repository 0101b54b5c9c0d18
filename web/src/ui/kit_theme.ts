// The component kit's theme, read from tokens.css.

import { theme as antdTheme, type ThemeConfig } from "antd";
import { type ThemeMode, token } from "./theme";

/** As the tokens stand for `mode`; call it after the mode was painted. */
export function kitThemeOf(mode: ThemeMode, phone: boolean): ThemeConfig {
  if (!token("brand")) return {};
  return {
    algorithm: mode === "dark" ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: token("brand"),
      colorInfo: token("info"),
      colorSuccess: token("success"),
      colorWarning: token("warning"),
      colorError: token("danger"),
      // What antd derives from our deep colours is muddy, and too light below white letters.
      colorErrorHover: token("danger-strong"),
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
      Dropdown: { controlItemBgActive: token("brand-soft"), controlItemBgActiveHover: token("brand-soft") },
    },
  };
}
