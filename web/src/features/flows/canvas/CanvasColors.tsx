import { Check } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { PHASE_COLORS } from "@/model/canvas";
import type { Color } from "@/model/color";
import { tinted } from "@/ui/tint";
import styles from "./NoteCard.module.css";

/** Enough to tell kinds of remarks apart. */
export const NOTE_COLORS = ["yellow", "green", "blue", "pink", "gray"] as const satisfies readonly Color[];

type CanvasColor = (typeof NOTE_COLORS | typeof PHASE_COLORS)[number];

interface CanvasColorsProps {
  colors: readonly CanvasColor[];
  value: Color;
  onPick: (color: Color) => void;
}

/** A few of the palette, as buttons. */
export function CanvasColors({ colors, value, onPick }: CanvasColorsProps) {
  const { t } = useTranslation("flows");
  return (
    <fieldset className={styles.colors} aria-label={t("note.color")}>
      {colors.map((color) => (
        <button
          key={color}
          type="button"
          className={styles.swatch}
          style={tinted(color)}
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
