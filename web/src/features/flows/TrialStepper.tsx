import { Button } from "antd";
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

/** Through the way one step after the other, also by the arrow keys. */
export function TrialStepper({ at, count, onGo }: TrialStepperProps) {
  const { t } = useTranslation("flows");
  const before = at === null ? null : at - 1;
  const next = at === null ? 0 : at + 1;
  const go = (to: number | null) => {
    if (to !== null && to >= 0 && to < count) onGo(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to: Record<string, number | null> = { ArrowLeft: before, ArrowUp: before, ArrowRight: next, ArrowDown: next };
    if (!(event.key in to)) return;
    event.preventDefault();
    event.stopPropagation();
    go(to[event.key] ?? null);
  };
  return (
    <div className={styles.stepper} role="toolbar" aria-label={t("trial.stepper")} onKeyDown={onKeyDown}>
      <IconButton
        label={t("trial.before")}
        icon={<ChevronLeft size={16} />}
        isDisabled={before === null || before < 0}
        onClick={() => go(before)}
      />
      <span className={styles.place}>
        {at === null ? t("trial.all", { count }) : t("trial.place", { number: at + 1, count })}
      </span>
      <IconButton
        label={t("trial.next")}
        icon={<ChevronRight size={16} />}
        isDisabled={next >= count}
        onClick={() => go(next)}
      />
      {at !== null && (
        <Button size="small" type="text" onClick={() => onGo(null)}>
          {t("trial.showAll")}
        </Button>
      )}
    </div>
  );
}
