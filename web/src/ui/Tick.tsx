import type { ChangeEvent } from "react";
import { cx } from "./cx";
import styles from "./Tick.module.css";

export interface TickProps {
  label: string;
  isOn: boolean;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  /** Of the box around it, all of which can be pressed. */
  className?: string | undefined;
}

/** A checkbox of a list, without the kit. */
export function Tick({ label, isOn, onChange, className }: TickProps) {
  return (
    <label className={cx(styles.box, className)}>
      <input type="checkbox" className={styles.tick} checked={isOn} aria-label={label} onChange={onChange} />
    </label>
  );
}
