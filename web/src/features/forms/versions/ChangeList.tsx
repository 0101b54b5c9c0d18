import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import { type Aspect, formChanges } from "@/model/fill/changes";
import type { FormDefinition } from "@/model/form";
import { type ChangeRow, ChangeRows } from "@/ui/designer/ChangeRows";

interface ChangeListProps {
  /** What is published now; `null` before the first time. */
  before: FormDefinition | null;
  after: FormDefinition;
  /** Said where nothing differs. */
  same: string;
  /** How many records hold something in a field whose type of value is another, where somebody counted. */
  held?: ReadonlyMap<string, number>;
}

/** Field by field what a new version changes, and what that means for records that are there. */
export function ChangeList({ before, after, same, held }: ChangeListProps) {
  const { t } = useTranslation(["forms", "common"]);
  if (!before) return <p>{t("change.first", { count: after.fields.length })}</p>;
  const { added, removed, changed, isLayoutNew } = formChanges(before, after);
  if (added.length + removed.length + changed.length === 0 && !isLayoutNew) return <p>{same}</p>;
  const aspectWord = (aspect: Aspect, count: number | undefined): string => {
    if (aspect !== "type" || count === undefined) return t(`aspect.${aspect}`);
    return count > 0 ? t("change.lost", { count }) : t("aspect.kind");
  };
  const rows: ChangeRow[] = [
    ...added.map(({ id, label }): ChangeRow => ({ id, tone: "success", text: t("change.added", { label }) })),
    ...removed.map(({ id, label }): ChangeRow => ({ id, tone: "danger", text: t("change.removed", { label }) })),
    ...changed.map(({ field: { id, label }, aspects }): ChangeRow => {
      const words = listed(aspects.map((aspect) => aspectWord(aspect, held?.get(id))));
      const tone = aspects.includes("type") && held?.get(id) !== 0 ? "danger" : "info";
      return { id, tone, text: t("change.changed", { label, aspects: words }) };
    }),
  ];
  // No field is called that.
  if (isLayoutNew) rows.push({ id: "", tone: "info", text: t("change.layout") });
  return <ChangeRows rows={rows} />;
}
