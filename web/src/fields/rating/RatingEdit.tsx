import { Star } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { EditProps } from "../registry";
import styles from "./rating.module.css";

/** One radio button per star: the arrow keys move, the same star again takes the score back. */
export function RatingEdit({ field, id, value, onChange, onBlur, describedBy }: EditProps<"rating">) {
  const { t } = useTranslation("field");
  const { stars } = field.control;
  const given = Number(value ?? 0);
  return (
    <div
      id={id}
      role="radiogroup"
      className={styles.stars}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onBlur()}
    >
      {Array.from({ length: stars }, (_, at) => at + 1).map((star) => (
        <label key={star} className={styles.star} data-lit={star <= given} title={t("stars", { count: star })}>
          <input
            type="radio"
            name={id}
            className={styles.input}
            checked={given === star}
            aria-label={t("stars", { count: star })}
            onChange={() => onChange(String(star))}
            onClick={() => given === star && onChange(null)}
          />
          <Star size={24} aria-hidden="true" />
        </label>
      ))}
      {given > 0 && <span className={styles.count}>{t("starsOf", { count: given, max: stars })}</span>}
    </div>
  );
}
