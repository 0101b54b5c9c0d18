import { useTranslation } from "react-i18next";
import { formChanges } from "@/model/fill/changes";
import type { FormDefinition } from "@/model/form";
import styles from "./forms.module.css";

interface ChangeListProps {
  /** What is published now; `null` before the first time. */
  before: FormDefinition | null;
  after: FormDefinition;
}

/** Field by field what a new version changes, and what that means for records that are there. */
export function ChangeList({ before, after }: ChangeListProps) {
  const { t } = useTranslation("forms");
  if (!before) return <p>{t("change.first", { count: after.fields.length })}</p>;
  const { added, removed, changed, isLayoutNew } = formChanges(before, after);
  if (added.length + removed.length + changed.length === 0 && !isLayoutNew) return <p>{t("change.none")}</p>;
  return (
    <ul className={styles.changes}>
      {added.map(({ id, label }) => (
        <li key={id} data-tone="success">
          {t("change.added", { label })}
        </li>
      ))}
      {removed.map(({ id, label }) => (
        <li key={id} data-tone="danger">
          {t("change.removed", { label })}
        </li>
      ))}
      {changed.map(({ field: { id, label }, aspects }) => (
        <li key={id} data-tone={aspects.includes("type") ? "danger" : "info"}>
          {t("change.changed", { label, aspects: aspects.map((aspect) => t(`aspect.${aspect}`)).join("、") })}
        </li>
      ))}
      {isLayoutNew && <li data-tone="info">{t("change.layout")}</li>}
    </ul>
  );
}
