import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./Foot.module.css";

/** Buttons below what they act on: at the end, and the first of several, the rarer one, at the other edge. */
export function Foot({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={cx(styles.foot, className)}>{children}</div>;
}
