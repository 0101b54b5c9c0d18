import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import type { Field, FormDefinition } from "@/model/form";
import styles from "./AccessTable.module.css";

interface FieldTableProps {
  label: string;
  form: FormDefinition;
  /** What stands across. */
  heads: readonly { id: string; head: ReactNode }[];
  /** One for each head, in their order. */
  cells: (field: Field, label: string) => ReactNode;
  /** Beside the name of a field. */
  beside?: (field: Field, label: string) => ReactNode;
  /** The heads have several lines. */
  isTall?: boolean;
}

/** The fields of a form down, group by group, and something for each of them across. */
export function FieldTable({ label: title, form, heads, cells, beside, isTall }: FieldTableProps) {
  const { t } = useTranslation("forms");
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const row = (field: Field) => {
    const label = field.label || field.id;
    return (
      <tr key={field.id}>
        <th scope="row">
          {beside ? (
            <span className={styles.name}>
              {label}
              {beside(field, label)}
            </span>
          ) : (
            label
          )}
        </th>
        {cells(field, label)}
      </tr>
    );
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys
    <section className={styles.frame} aria-label={title} tabIndex={0}>
      <table className={styles.table} data-tall={isTall}>
        <thead>
          <tr>
            <th scope="col">{t("access.field")}</th>
            {heads.map(({ id, head }) => (
              <th key={id} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {form.sections.map((section) => (
          <tbody key={section.id}>
            <tr>
              <th scope="rowgroup" className={styles.section} colSpan={heads.length + 1}>
                {section.title || t("section.untitled")}
              </th>
            </tr>
            {section.items.flatMap(({ field: id }) => fields.get(id) ?? []).map(row)}
          </tbody>
        ))}
      </table>
    </section>
  );
}
