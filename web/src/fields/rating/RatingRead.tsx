import { Star } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { ReadProps } from "../registry";
import styles from "./rating.module.css";

export function RatingRead({ field, value }: ReadProps<"rating">) {
  const { t } = useTranslation("field");
  const { stars } = field.control;
  const given = Number(value);
  return (
    <span className={styles.stars} role="img" aria-label={t("starsOf", { count: given, max: stars })}>
      {Array.from({ length: stars }, (_, at) => at + 1).map((star) => (
        <span key={star} className={styles.small} data-lit={star <= given}>
          <Star size={14} aria-hidden="true" />
        </span>
      ))}
    </span>
  );
}
