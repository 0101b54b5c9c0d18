import { Button, Segmented, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { columnOfKey, isSame, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { columnKey, type Sort } from "@/model/report";
import { useByName } from "@/ui/by_name";
import { useColumnWords } from "@/ui/column_words";
import { IconButton } from "@/ui/IconButton";
import styles from "./records.module.css";

export interface SortEditorProps {
  definition: FormDefinition;
  sort: readonly Sort[];
  onChange: (sort: Sort[]) => void;
}

/** By what the rows are ordered: the first line decides, the next ones where it finds rows equal. */
export function SortEditor({ definition, sort, onChange }: SortEditorProps) {
  const { t } = useTranslation("records");
  const byName = useByName();
  const words = useColumnWords(definition);
  const options = words.options((column) => kindOf(column, definition) !== "file");
  const free = options.filter(({ value }) => !sort.some(({ column }) => columnKey(column) === value));
  const replace = (old: Sort, next: Sort) => onChange(sort.map((one) => (one === old ? next : one)));
  const add = () => {
    const column = columnOfKey(free[0]?.value ?? "");
    if (column) onChange([...sort, { column }]);
  };
  return (
    <div className={styles.sorts}>
      {sort.map((one) => (
        <div key={columnKey(one.column)} className={styles.sortRow}>
          <Select
            className={styles.sortColumn}
            aria-label={t("sort")}
            showSearch={byName}
            options={options.filter(
              ({ value }) => value === columnKey(one.column) || free.some((f) => f.value === value),
            )}
            value={columnKey(one.column)}
            onChange={(key) => {
              const column = columnOfKey(key);
              if (column) replace(one, { ...one, column });
            }}
          />
          <Segmented
            options={[
              { value: "up", label: t("ascending") },
              { value: "down", label: t("descending") },
            ]}
            value={one.descending ? "down" : "up"}
            onChange={(way) => replace(one, { column: one.column, descending: way === "down" })}
          />
          <IconButton
            label={t("unsort", { column: words.label(one.column) })}
            icon={<X size={16} />}
            onClick={() => onChange(sort.filter(({ column }) => !isSame(column, one.column)))}
          />
        </div>
      ))}
      {free.length > 0 && (
        <Button type="dashed" icon={<Plus size={16} />} onClick={add}>
          {t("addSort")}
        </Button>
      )}
    </div>
  );
}
