import { useTranslation } from "@/i18n/words";
import { LowerPanel } from "./LowerPanel";
import { ProblemRows } from "./ProblemRows";
import styles from "./ProblemsPanel.module.css";

export type Severity = "error" | "warning" | "hint";

export interface DesignProblem {
  /** Stable while the problem lasts. */
  id: string;
  severity: Severity;
  /** The thing that is wrong, by id; the caller selects it. */
  target: string;
  /** The property to focus in the inspector. */
  property?: string;
  /** What the thing is called. */
  subject: string;
  /** A plain sentence. */
  text: string;
}

const ORDER: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

export interface ProblemsPanelProps {
  problems: readonly DesignProblem[];
  onProblem: (problem: DesignProblem) => void;
  onClose: () => void;
}

/** Everything that stands between the draft and publishing; a click leads to the place. */
export default function ProblemsPanel({ problems, onProblem, onClose }: ProblemsPanelProps) {
  const { t } = useTranslation("designer");
  const sorted = [...problems].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  return (
    <LowerPanel
      label={t("problems.label")}
      title={t("problems.title", { count: problems.length })}
      closeLabel={t("problems.close")}
      onClose={onClose}
    >
      {sorted.length === 0 && <p className={styles.none}>{t("problems.none")}</p>}
      <ProblemRows problems={sorted} onProblem={onProblem} />
    </LowerPanel>
  );
}
