import { useTranslation } from "@/i18n/words";
import { COLORS, type Color } from "@/model/color";
import styles from "./ColorPicks.module.css";

export interface ColorPicksProps {
  id: string;
  value: Color | null;
  onChange: (color: Color | null) => void;
}

/** The palette as buttons; the first leaves the choice to the data. */
export function ColorPicks({ id, value, onChange }: ColorPicksProps) {
  const { t } = useTranslation("tiles");
  const choices = [null, ...COLORS];
  return (
    <div id={id} className={styles.picks} role="radiogroup" aria-label={t("settings.color")}>
      {choices.map((color) => {
        const label = color ? t(`color.${color}`) : t("settings.ownColors");
        return (
          <label key={color ?? "own"} className={styles.pick} title={label} data-own={color === null}>
            <input
              type="radio"
              name={id}
              checked={value === color}
              onChange={() => onChange(color)}
              aria-label={label}
            />
            <span style={color ? { background: `var(--fill-${color})` } : undefined} />
          </label>
        );
      })}
    </div>
  );
}
