import { Check } from "lucide-react";
import type { AppHead } from "@/api/apps";
import { useTranslation } from "@/i18n/words";
import { COLORS } from "@/model/color";
import { AppTile } from "@/ui/AppTile";
import { APP_ICONS } from "@/ui/app_icons";
import { cx } from "@/ui/cx";
import styles from "./apps.module.css";

interface AppLookProps {
  head: AppHead;
  onChange: (change: Pick<Partial<AppHead>, "icon" | "color">) => void;
}

/** Colour and icon; without an icon the app wears the first character of its name. */
export function AppLook({ head, onChange }: AppLookProps) {
  const { t } = useTranslation("apps");
  return (
    <>
      <div className={styles.preview}>
        <AppTile app={head.name ? head : { ...head, name: "·" }} size={56} />
        <strong>{head.name || t("namePlaceholder")}</strong>
      </div>
      <fieldset className={styles.choices}>
        <legend>{t("color.label")}</legend>
        {COLORS.map((color) => (
          <button
            key={color}
            type="button"
            className={styles.swatch}
            style={{ background: `var(--pick-${color})` }}
            aria-label={t(`color.${color}`)}
            aria-pressed={head.color === color}
            onClick={() => onChange({ color })}
          >
            {head.color === color && <Check size={16} />}
          </button>
        ))}
      </fieldset>
      <fieldset className={styles.choices}>
        <legend>{t("icon")}</legend>
        <button
          type="button"
          className={cx(styles.icon, head.icon === "" && styles.iconHere)}
          aria-label={t("iconNone")}
          aria-pressed={head.icon === ""}
          onClick={() => onChange({ icon: "" })}
        >
          {Array.from(head.name.trim())[0] ?? "·"}
        </button>
        {Object.entries(APP_ICONS).map(([icon, Icon]) => (
          <button
            key={icon}
            type="button"
            className={cx(styles.icon, head.icon === icon && styles.iconHere)}
            aria-label={icon.replaceAll("_", " ")}
            aria-pressed={head.icon === icon}
            onClick={() => onChange({ icon })}
          >
            <Icon size={18} />
          </button>
        ))}
      </fieldset>
    </>
  );
}
