import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { cx } from "../cx";
import styles from "./ProblemRows.module.css";
import type { DesignProblem } from "./ProblemsPanel";

const ICONS = { error: CircleAlert, warning: TriangleAlert, hint: Info };

interface ProblemRowsProps {
  problems: readonly DesignProblem[];
  onProblem: (problem: DesignProblem) => void;
}

/** What is wrong, each a way to the place. */
export function ProblemRows({ problems, onProblem }: ProblemRowsProps) {
  const { t } = useTranslation("designer");
  return (
    <ul className={styles.list}>
      {problems.map((problem) => {
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
  );
}
