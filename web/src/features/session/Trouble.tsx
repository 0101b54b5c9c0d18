import { useProblemText } from "@/ui/problem_text";
import styles from "./session.module.css";

/** A refused step, in words; nothing when all is well. */
export function Trouble({ error }: { error: unknown }) {
  const { title, remedy } = useProblemText(error);
  if (!error) return null;
  return (
    <p className={styles.trouble} role="alert">
      <strong>{title}</strong>
      <span>{remedy}</span>
    </p>
  );
}
