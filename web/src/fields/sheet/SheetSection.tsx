import { memo } from "react";
import type { CompiledForm } from "@/model/fill/compile";
import type { Settled } from "@/model/fill/settle";
import type { FieldAccess, Section } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Value } from "@/model/value";
import { SheetField } from "./SheetField";
import styles from "./sheet.module.css";

interface SheetSectionProps {
  /** Of the sheet: fields derive theirs from it. */
  id: string;
  section: Section;
  form: CompiledForm;
  settled: Settled;
  problems: readonly Problem[];
  accessOf: (field: string) => FieldAccess;
  order: string | undefined;
  onChange: (field: string, value: Value) => void;
  onLeave: (field: string) => void;
}

const Field = memo(SheetField);

/** A section without a visible field is not there at all. */
export function SheetSection({ id, section, form, settled, problems, accessOf, ...rest }: SheetSectionProps) {
  const fields = new Map(form.fields.map(({ field }) => [field.id, field]));
  const shown = section.items.flatMap(({ field: fieldId, span }) => {
    const field = fields.get(fieldId);
    const access = accessOf(fieldId);
    return field && access !== "hidden" && !settled.hidden.has(fieldId) ? [{ field, span, access }] : [];
  });
  if (shown.length === 0) return null;
  const heading = `${id}-section-${section.id}`;
  return (
    <section className={styles.section} {...(section.title && { "aria-labelledby": heading })}>
      {section.title && (
        <h2 id={heading} className={styles.heading}>
          {section.title}
        </h2>
      )}
      <div className={styles.grid}>
        {shown.map(({ field, span, access }) => (
          <Field
            key={field.id}
            id={`${id}-${field.id}`}
            field={field}
            span={span}
            access={access}
            isRequired={access === "required" || (access === "edit" && settled.required.has(field.id))}
            value={settled.values[field.id] ?? null}
            problem={problems.find(({ place }) => place === field.id)}
            {...rest}
          />
        ))}
      </div>
    </section>
  );
}
