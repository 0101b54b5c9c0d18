import { Button } from "antd";
import { Lightbulb, X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "../IconButton";
import styles from "./CoachStrip.module.css";
import type { Coach } from "./coach";

/** One sentence at a time above the surface; the pane it speaks of is marked. It covers nothing. */
export default function CoachStrip({ tour, pane, number, count, next, stop }: Coach) {
  const { t } = useTranslation("designer");
  return (
    <section className={styles.strip} aria-label={t("coach.label")}>
      <Lightbulb size={16} />
      <p className={styles.text} aria-live="polite">
        {t(`coach.${tour}.${pane}`)}
      </p>
      <span className={styles.count}>{t("coach.count", { number, count })}</span>
      <Button size="small" onClick={next}>
        {t(number < count ? "coach.next" : "coach.done")}
      </Button>
      <IconButton label={t("coach.stop")} icon={<X size={14} />} onClick={stop} />
    </section>
  );
}
