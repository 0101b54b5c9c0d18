import { Popover } from "antd";
import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import { COLORS, type Color } from "@/model/color";
import { paintOf } from "./OptionChip";
import styles from "./options_row.module.css";

interface ColorPickProps {
  label: string;
  color: Color | undefined;
  onPick: (color: Color | null) => void;
}

/** A dot that opens the palette. */
export function ColorPick({ label, color, onPick }: ColorPickProps) {
  const { t } = useTranslation("field");
  const [isOpen, setOpen] = useState(false);
  const pick = (next: Color | null) => {
    onPick(next);
    setOpen(false);
  };
  const palette = (
    <fieldset className={styles.palette} aria-label={label}>
      {([null, ...COLORS] as const).map((one) => (
        <button
          key={one ?? "none"}
          type="button"
          className={styles.swatch}
          style={one ? paintOf(one) : undefined}
          data-none={one === null}
          aria-label={t(`color.${one ?? "none"}`)}
          aria-pressed={(color ?? null) === one}
          title={t(`color.${one ?? "none"}`)}
          onClick={() => pick(one)}
        >
          {(color ?? null) === one && <Check size={12} />}
        </button>
      ))}
    </fieldset>
  );
  return (
    <Popover content={palette} trigger="click" open={isOpen} onOpenChange={setOpen} placement="bottomLeft">
      <button
        type="button"
        className={styles.swatch}
        style={color && paintOf(color)}
        data-none={!color}
        aria-label={label}
      />
    </Popover>
  );
}
