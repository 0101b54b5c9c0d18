import { Select } from "antd";
import { useId } from "react";
import { useTranslation } from "@/i18n/words";
import { columnOfKey } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Column, columnKey } from "@/model/report";
import { useByName } from "@/ui/by_name";
import { useColumnWords } from "@/ui/column_words";
import { isLaneColumn } from "./look";
import styles from "./records.module.css";

export interface GroupPickProps {
  definition: FormDefinition;
  group: Column | null;
  onGroup: (group: Column | null) => void;
}

/** What rows that stand together have in common. */
export function GroupPick({ definition, group, onGroup }: GroupPickProps) {
  const { t } = useTranslation("records");
  const byName = useByName();
  const id = useId();
  const words = useColumnWords(definition);
  return (
    <div className={styles.groupPick}>
      <label htmlFor={id}>{t("groupBy")}</label>
      <Select
        id={id}
        className={styles.sortColumn}
        allowClear
        placeholder={t("ungrouped")}
        showSearch={byName}
        options={words.options((column) => isLaneColumn(column, definition))}
        value={group ? columnKey(group) : null}
        onChange={(key: string | null) => onGroup(key ? columnOfKey(key) : null)}
      />
    </div>
  );
}
