import { AlertTriangle, Check, LoaderCircle, UserRound } from "lucide-react";
import styles from "./cell.module.css";
import type { Mark } from "./cells";

/** How far the cell is on its way: a shape for each, and a colour besides. What to do is said under the grid. */
export function CellMark({ mark: { outcome } }: { mark: Mark }) {
  const Icon = { saving: LoaderCircle, ok: Check, error: AlertTriangle, conflict: UserRound }[outcome.state];
  return (
    <span className={styles.mark} data-state={outcome.state} aria-hidden="true">
      <Icon size={12} />
    </span>
  );
}
