import { X } from "lucide-react";
import styles from "./boards.module.css";

/** Something that narrows the board, in words; a press takes it away. */
export function FilterChip({ text, label, onClear }: { text: string; label: string; onClear: () => void }) {
  return (
    <button type="button" className={styles.narrowed} aria-label={label} onClick={onClear}>
      <span>{text}</span>
      <X size={14} aria-hidden="true" />
    </button>
  );
}
