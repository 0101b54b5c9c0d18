import { type ReactNode, useId } from "react";
import styles from "./FormRow.module.css";

export interface FormRowProps {
  label: string;
  help?: ReactNode;
  problem?: string | undefined;
  isRequired?: boolean;
  /** Label and control on one line: switches. */
  isInline?: boolean;
  /** Gets the id to put on the control. */
  children: (id: string) => ReactNode;
}

/** One question of a form on a page or in a sheet: label, control, and what to know about it or what is wrong. */
export function FormRow({ label, help, problem, isRequired, isInline, children }: FormRowProps) {
  const id = useId();
  return (
    <div className={styles.row} data-inline={isInline}>
      <label className={styles.label} htmlFor={id}>
        {label}
        {isRequired && <span className={styles.star} aria-hidden="true" />}
      </label>
      {children(id)}
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      ) : (
        help && <p className={styles.help}>{help}</p>
      )}
    </div>
  );
}
