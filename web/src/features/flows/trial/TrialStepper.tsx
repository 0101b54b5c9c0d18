import { ChevronLeft, ChevronRight } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "@/i18n/words";
import { IconButton } from "@/ui/IconButton";
import styles from "./TrialPanel.module.css";

interface TrialStepperProps {
  /** Counted from 0; `null` while the whole way is shown. */
  at: number | null;
  count: number;
  onGo: (at: number | null) => void;
}

/** Through the way one step after the other, also by the arrow keys; behind the last one the whole way is shown again. */
export function TrialStepper({ at, count, onGo }: TrialStepperProps) {
  const { t } = useTranslation("flows");
  const before = at === null ? count - 1 : at > 0 ? at - 1 : null;
  const next = at === null ? 0 : at < count - 1 ? at + 1 : null;
  const ways: Record<string, number | null> = {
    ArrowLeft: before,
    ArrowUp: before,
    ArrowRight: next,
    ArrowDown: next,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = ways[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onGo(to);
  };
  return (
    <div className={styles.stepper} role="toolbar" aria-label={t("trial.stepper")} onKeyDown={onKeyDown}>
      <IconButton label={t("trial.before")} icon={<ChevronLeft size={16} />} onClick={() => onGo(before)} />
      <span className={styles.place}>
        {at === null ? t("trial.all", { count }) : t("trial.place", { number: at + 1, count })}
      </span>
      <IconButton label={t("trial.next")} icon={<ChevronRight size={16} />} onClick={() => onGo(next)} />
    </div>
  );
}
