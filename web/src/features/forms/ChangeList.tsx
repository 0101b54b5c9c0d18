import { useTranslation } from "@/i18n/words";
import { formChanges } from "@/model/fill/changes";
import type { FormDefinition } from "@/model/form";
import { type ChangeRow, ChangeRows } from "@/ui/designer/ChangeRows";

interface ChangeListProps {
  /** What is published now; `null` before the first time. */
  before: FormDefinition | null;
  after: FormDefinition;
  /** Said where nothing differs. */
  same: string;
}

/** Field by field what a new version changes, and what that means for records that are there. */
export function ChangeList({ before, after, same }: ChangeListProps) {
  const { t } = useTranslation("forms");
  if (!before) return <p>{t("change.first", { count: after.fields.length })}</p>;
  const { added, removed, changed, isLayoutNew } = formChanges(before, after);
  if (added.length + removed.length + changed.length === 0 && !isLayoutNew) return <p>{same}</p>;
  const rows: ChangeRow[] = [
    ...added.map(({ id, label }): ChangeRow => ({ id, tone: "success", text: t("change.added", { label }) })),
    ...removed.map(({ id, label }): ChangeRow => ({ id, tone: "danger", text: t("change.removed", { label }) })),
    ...changed.map(({ field: { id, label }, aspects }): ChangeRow => {
      const words = aspects.map((aspect) => t(`aspect.${aspect}`)).join("、");
      const tone = aspects.includes("type") ? "danger" : "info";
      return { id, tone, text: t("change.changed", { label, aspects: words }) };
    }),
  ];
  // No field is called that.
  if (isLayoutNew) rows.push({ id: "", tone: "info", text: t("change.layout") });
  return <ChangeRows rows={rows} />;
}
