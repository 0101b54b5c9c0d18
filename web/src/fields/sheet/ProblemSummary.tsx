import { CircleAlert } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { placeText } from "@/ui/problem_text";
import styles from "./sheet.module.css";

interface ProblemSummaryProps {
  definition: FormDefinition;
  /** In reading order. */
  problems: readonly Problem[];
  onChoose: (field: string) => void;
}

/** From two problems on: all of them on top, each leading to its field. */
export function ProblemSummary({ definition, problems, onChoose }: ProblemSummaryProps) {
  const { t } = useTranslation("field");
  const labels = new Map(definition.fields.map(({ id, label }) => [id, label]));
  const isAway = problems.some(({ place }) => !labels.has(place));
  if (problems.length < 2 && !isAway) return null;
  return (
    <div className={styles.summary} role="alert">
      <strong className={styles.count}>
        <CircleAlert size={16} aria-hidden="true" /> {t("toMend", { count: problems.length })}
      </strong>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.place} ${problem.code}`}>
            <button type="button" className={styles.lead} onClick={() => onChoose(problem.place)}>
              {labels.get(problem.place) ?? problem.place}
            </button>
            {` ${placeText(problem)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
