import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./StateTag.module.css";

/** Colour always comes with a shape and a word, so that nobody has to tell colours apart. */
export type Tone = "neutral" | "info" | "active" | "success" | "warning" | "danger";

const SHAPES: Record<Tone, ReactNode> = {
  neutral: <circle cx="5" cy="5" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  info: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  active: (
    <>
      <circle cx="5" cy="5" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M5 1.75a3.25 3.25 0 0 1 0 6.5z" fill="currentColor" />
    </>
  ),
  success: <path d="M1.5 5.2 4 7.7l4.5-5" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  warning: <path d="M5 1 9.3 9H.7z" fill="currentColor" />,
  danger: <path d="M5 .6 9.4 5 5 9.4.6 5z" fill="currentColor" />,
};

export interface StateTagProps {
  tone: Tone;
  children: ReactNode;
  /** Without a ground, for dense lists. */
  bare?: boolean;
}

export function StateTag({ tone, children, bare }: StateTagProps) {
  return (
    <span className={cx(styles.tag, styles[tone], bare && styles.bare)}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        {SHAPES[tone]}
      </svg>
      {children}
    </span>
  );
}
