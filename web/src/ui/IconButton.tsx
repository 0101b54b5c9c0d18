import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./IconButton.module.css";

export interface IconButtonProps {
  /** The accessible name and the tooltip. */
  label: string;
  icon: ReactNode;
  onClick: () => void;
  /** Shown in the tooltip: `mod+z`. */
  keys?: string;
  isActive?: boolean;
  isDisabled?: boolean;
}

/** What it does is said by the layer of tips. */
export function IconButton({ label, icon, onClick, keys, isActive, isDisabled }: IconButtonProps) {
  return (
    <button
      type="button"
      className={cx(styles.button, isActive && styles.active)}
      aria-label={label}
      aria-pressed={isActive}
      data-tip={label}
      data-tip-keys={keys}
      disabled={isDisabled}
      onClick={onClick}
    >
      {icon}
    </button>
  );
}
