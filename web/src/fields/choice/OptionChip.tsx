import type { CSSProperties } from "react";
import { useTranslation } from "@/i18n/words";
import type { Color } from "@/model/color";
import type { Choice } from "@/model/form";
import styles from "./choice.module.css";

/** Ink and ground of a palette colour, as custom properties that the style sheet uses. */
export function paintOf(color: Color | undefined): CSSProperties {
  const shade = color ?? "gray";
  return { "--ink": `var(--pick-${shade})`, "--ground-soft": `var(--pick-${shade}-soft)` } as CSSProperties;
}

/** One picked option. */
export function OptionChip({ id, options }: { id: string; options: readonly Choice[] }) {
  const { t } = useTranslation("field");
  const option = options.find((one) => one.id === id);
  if (option && !option.color) return <span>{option.label}</span>;
  return (
    <span className={styles.chip} style={paintOf(option?.color)} title={option ? undefined : t("option.gone")}>
      {option?.label ?? id}
    </span>
  );
}
