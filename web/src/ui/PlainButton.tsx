import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";
import styles from "./PlainButton.module.css";

export interface PlainButtonProps {
  children: ReactNode;
  onClick: () => void;
  kind?: "default" | "primary";
  size?: "small" | "middle";
  /** Its deed is under way: a second press does nothing. */
  isBusy?: boolean;
  className?: string | undefined;
}

/** The kit's button without the kit, for what a phone sees first and for pages that tell what failed. */
export function PlainButton({ children, onClick, isBusy = false, className, ...look }: PlainButtonProps) {
  return (
    <button
      type="button"
      className={cx(plainButton(look), className)}
      aria-busy={isBusy}
      onClick={isBusy ? undefined : onClick}
    >
      {isBusy && <LoaderCircle size={14} className={styles.turning} aria-hidden="true" />}
      {children}
    </button>
  );
}

/** The look alone, for a link. */
export function plainButton({ kind = "default", size = "middle" }: Pick<PlainButtonProps, "kind" | "size">): string {
  return cx(styles.button, kind === "primary" && styles.primary, size === "small" && styles.small);
}
