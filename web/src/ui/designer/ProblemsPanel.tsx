import { CircleAlert, Info, TriangleAlert, X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { cx } from "../cx";
import { IconButton } from "../IconButton";
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

const ICONS = { error: CircleAlert, warning: TriangleAlert, hint: Info };
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
    <section className={styles.panel} aria-label={t("problems.label")}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t("problems.title", { count: problems.length })}</h2>
        <IconButton label={t("problems.close")} icon={<X size={16} />} onClick={onClose} />
      </header>
      {sorted.length === 0 && <p className={styles.none}>{t("problems.none")}</p>}
      <ul className={styles.list}>
        {sorted.map((problem) => {
          const Icon = ICONS[problem.severity];
          return (
            <li key={problem.id}>
              <button type="button" className={styles.row} onClick={() => onProblem(problem)}>
                <Icon
                  size={16}
                  className={cx(styles.icon, styles[problem.severity])}
                  aria-label={t(`problems.${problem.severity}`)}
                />
                <strong>{problem.subject}</strong>
                <span>{problem.text}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
