import { Check } from "lucide-react";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { Color } from "@/model/color";
import styles from "./NoteCard.module.css";

/** Enough to tell kinds of remarks apart. */
const NOTE_COLORS = ["yellow", "green", "blue", "pink", "gray"] as const satisfies readonly Color[];

interface NoteColorsProps {
  value: Color;
  onPick: (color: Color) => void;
}

export function NoteColors({ value, onPick }: NoteColorsProps) {
  const { t } = useTranslation("flows");
  return (
    <fieldset className={styles.colors} aria-label={t("note.color")}>
      {NOTE_COLORS.map((color) => (
        <button
          key={color}
          type="button"
          className={styles.swatch}
          style={{ "--tint": `var(--pick-${color})`, "--tint-soft": `var(--pick-${color}-soft)` } as CSSProperties}
          aria-label={t(`color.${color}`)}
          aria-pressed={value === color}
          title={t(`color.${color}`)}
          onClick={() => onPick(color)}
        >
          {value === color && <Check size={12} />}
        </button>
      ))}
    </fieldset>
  );
}
