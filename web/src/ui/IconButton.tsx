import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./IconButton.module.css";
import { Kbd } from "./Kbd";

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

export function IconButton({ label, icon, onClick, keys, isActive, isDisabled }: IconButtonProps) {
  const title = keys ? (
    <>
      {label} <Kbd keys={keys} />
    </>
  ) : (
    label
  );
  return (
    <Tooltip title={title} mouseEnterDelay={0.4}>
      <button
        type="button"
        className={cx(styles.button, isActive && styles.active)}
        aria-label={label}
        aria-pressed={isActive}
        disabled={isDisabled}
        onClick={onClick}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
