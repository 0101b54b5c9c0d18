import { ApiProblem } from "@/api/problem";
import { useTranslation } from "@/i18n/words";
import styles from "./EmptyState.module.css";
import { Mosaic } from "./Mosaic";
import { PlainButton } from "./PlainButton";
import { useProblemText } from "./problem_text";

export interface ErrorStateProps {
  error: unknown;
  /** Shown only where trying again can help. */
  onRetry?: () => void;
}

/** What happened, whom to ask, the number to quote, and a way on. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const { title, remedy } = useProblemText(error);
  const problem = error instanceof ApiProblem ? error : null;
  const isRefused = problem?.status === 403;
  const isMissing = problem?.status === 404;
  return (
    <div className={styles.empty} role="alert">
      <Mosaic name={isRefused ? "locked" : isMissing ? "search" : "broken"} />
      <h2 className={styles.title}>{title}</h2>
      {remedy && <p className={styles.text}>{remedy}</p>}
      {onRetry && !isRefused && !isMissing && (
        <div className={styles.action}>
          <PlainButton kind="primary" onClick={onRetry}>
            {t("retry")}
          </PlainButton>
        </div>
      )}
      {problem?.request_id && <p className={styles.request}>{t("requestId", { id: problem.request_id })}</p>}
    </div>
  );
}
