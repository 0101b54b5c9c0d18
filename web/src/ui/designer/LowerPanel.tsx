import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../IconButton";
import styles from "./LowerPanel.module.css";

interface LowerPanelProps {
  label: string;
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}

/** What is told of the whole document, under its surface, which stays at hand. */
export function LowerPanel({ label, title, closeLabel, onClose, children }: LowerPanelProps) {
  return (
    <section className={styles.panel} aria-label={label}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <IconButton label={closeLabel} icon={<X size={16} />} onClick={onClose} />
      </header>
      {children}
    </section>
  );
}
