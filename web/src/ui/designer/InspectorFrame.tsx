import { ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { readPreference, writePreference } from "../preference";
import { useWanted } from "./focus_property";
import styles from "./InspectorFrame.module.css";

export interface InspectorGroup {
  /** Remembers open or closed under this name: `form.validation`. */
  id: string;
  label: string;
  content: ReactNode;
  /** Whether the property has its row in here; where nobody says, it may. */
  holds?: (property: string) => boolean;
}

export interface InspectorFrameProps {
  /** What is selected. */
  title: ReactNode;
  /** Its kind, or how many are selected. */
  subtitle?: ReactNode;
  icon?: ReactNode;
  groups: readonly InspectorGroup[];
  /** Above the groups: tabs. */
  children?: ReactNode;
}

/** The right pane of a designer: properties in groups that remember whether they are open. */
export function InspectorFrame({ title, subtitle, icon, groups, children }: InspectorFrameProps) {
  return (
    <>
      <header className={styles.head}>
        {icon && <span className={styles.icon}>{icon}</span>}
        <div className={styles.titles}>
          <h2 className={styles.title}>{title}</h2>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
      </header>
      {children}
      <div className={styles.groups}>
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
    </>
  );
}

function Group({ group }: { group: InspectorGroup }) {
  const [isOpen, setOpen] = useState(() => readPreference(`inspector.${group.id}`, true));
  const { property, count } = useWanted();
  const seen = useRef(count);
  const { holds } = group;
  useEffect(() => {
    if (count !== seen.current && (holds?.(property) ?? true)) setOpen(true);
    seen.current = count;
  }, [property, count, holds]);
  const toggle = () => {
    setOpen(!isOpen);
    writePreference(`inspector.${group.id}`, !isOpen);
  };
  return (
    <section className={styles.group} aria-label={group.label}>
      <button type="button" className={styles.label} aria-expanded={isOpen} onClick={toggle}>
        <ChevronRight size={14} className={styles.arrow} />
        {group.label}
      </button>
      {isOpen && <div className={styles.content}>{group.content}</div>}
    </section>
  );
}
