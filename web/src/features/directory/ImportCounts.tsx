import type { ImportReport } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import styles from "./import.module.css";

/** What a file brings, in numbers. */
export function ImportCounts({ report }: { report: ImportReport }) {
  const { t } = useTranslation("directory");
  const format = useFormat();
  const counts: [label: string, value: number][] = [
    [t("import.count.rows"), report.rows],
    [t("import.count.new"), report.users_new],
    [t("import.count.changed"), report.users_changed],
    [t("import.count.departments"), report.departments_new],
    [t("import.count.teams"), report.teams_new ?? 0],
  ];
  return (
    <dl className={styles.counts}>
      {counts.map(([label, value]) => (
        <div key={label}>
          <dd>{format.number(value)}</dd>
          <dt>{label}</dt>
        </div>
      ))}
    </dl>
  );
}
