import type { LucideIcon } from "lucide-react";
import type { MouseEvent } from "react";
import styles from "./TemplateCard.module.css";

interface TemplateCardProps {
  icon: LucideIcon;
  name: string;
  text: string;
  onBegin: (event: MouseEvent) => void;
}

/** One way to begin an empty document. */
export function TemplateCard({ icon: Icon, name, text, onBegin }: TemplateCardProps) {
  return (
    <button type="button" className={styles.card} onClick={onBegin}>
      <Icon size={18} />
      <strong>{name}</strong>
      <small>{text}</small>
    </button>
  );
}
