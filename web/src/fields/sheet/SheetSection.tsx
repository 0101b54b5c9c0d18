import { memo } from "react";
import type { Settled } from "@/model/fill/settle";
import type { Problem } from "@/model/problem";
import type { Value } from "@/model/value";
import { SheetField } from "./SheetField";
import type { ShownSection } from "./sections";
import styles from "./sheet.module.css";

interface SheetSectionProps {
  /** Of the sheet: sections and fields derive theirs from it. */
  id: string;
  shown: ShownSection;
  settled: Settled;
  problems: readonly Problem[];
  changed: ReadonlySet<string>;
  order: string | undefined;
  onChange: (field: string, value: Value) => void;
  onLeave: (field: string) => void;
}

const Field = memo(SheetField);

export const sectionId = (sheet: string, section: string): string => `${sheet}-section-${section}`;

export function SheetSection(props: SheetSectionProps) {
  const { id, shown, settled, problems, changed, ...rest } = props;
  const { section, fields } = shown;
  const own = sectionId(id, section.id);
  const heading = `${own}-title`;
  return (
    <section id={own} tabIndex={-1} className={styles.section} {...(section.title && { "aria-labelledby": heading })}>
      {section.title && (
        <h2 id={heading} className={styles.heading}>
          {section.title}
        </h2>
      )}
      <div className={styles.grid}>
        {fields.map(({ field, span, access }) => (
          <Field
            key={field.id}
            id={`${id}-${field.id}`}
            field={field}
            span={span}
            access={access}
            isRequired={access === "required" || (access === "edit" && settled.required.has(field.id))}
            value={settled.values[field.id] ?? null}
            isChanged={changed.has(field.id)}
            problem={problems.find(({ place }) => place === field.id)}
            {...rest}
          />
        ))}
      </div>
    </section>
  );
}
