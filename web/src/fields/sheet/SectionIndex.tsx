import { useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import type { Problem } from "@/model/problem";
import { CountMark } from "@/ui/CountMark";
import { bringIntoView } from "@/ui/motion";
import { useInView } from "./in_view";
import { sectionId } from "./SheetSection";
import styles from "./section_index.module.css";
import { indexOf, type ShownSection } from "./sections";

interface SectionIndexProps {
  /** Of the sheet. */
  id: string;
  sections: readonly ShownSection[];
  problems: readonly Problem[];
}

/** The sections of a long form, each a tap away, with how much there is to mend in it. A strip on top, a list beside where there is room. */
export function SectionIndex({ id, sections, problems }: SectionIndexProps) {
  const { t } = useTranslation("field");
  const listed = indexOf(sections);
  const at = useInView(listed.map(({ section }) => sectionId(id, section.id)));
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const entry = at && nav.current?.querySelector<HTMLElement>("[aria-current='true']");
    if (entry && nav.current) nav.current.scrollTo({ left: entry.offsetLeft - nav.current.clientWidth / 3 });
  }, [at]);
  if (listed.length === 0) return null;
  return (
    <div className={styles.index}>
      <nav ref={nav} aria-label={t("sections")}>
        {listed.map(({ section, fields }) => {
          const own = sectionId(id, section.id);
          const count = problems.filter(({ place }) => fields.some(({ field }) => field.id === place)).length;
          return (
            <button key={own} type="button" aria-current={own === at} onClick={() => lead(own)}>
              {section.title}
              <CountMark count={count} />
            </button>
          );
        })}
      </nav>
    </div>
  );
}

function lead(id: string): void {
  const section = document.getElementById(id);
  bringIntoView(section, "start");
  section?.focus({ preventScroll: true });
}
