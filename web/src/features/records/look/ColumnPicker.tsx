import { Checkbox } from "antd";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { columnsOf, isSame } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Column, columnKey } from "@/model/report";
import { useColumnWords } from "@/ui/column_words";
import { IconButton } from "@/ui/IconButton";
import { moveColumn, toggleColumn } from "./look";
import styles from "./records.module.css";

export interface ColumnPickerProps {
  definition: FormDefinition;
  columns: readonly Column[];
  onChange: (columns: Column[]) => void;
}

/** Which columns are shown, in which order: the shown ones first. */
export function ColumnPicker({ definition, columns, onChange }: ColumnPickerProps) {
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const hidden = columnsOf(definition).filter((column) => !columns.some((shown) => isSame(shown, column)));
  return (
    <ul className={styles.picker}>
      {[...columns, ...hidden].map((column, index) => (
        <li key={columnKey(column)} className={styles.pick}>
          <Checkbox
            checked={index < columns.length}
            disabled={columns.length === 1 && index === 0}
            onChange={() => onChange(toggleColumn(columns, column))}
          >
            {words.label(column)}
          </Checkbox>
          {index < columns.length && (
            <span>
              <IconButton
                label={t("moveUp", { column: words.label(column) })}
                icon={<ArrowUp size={14} />}
                isDisabled={index === 0}
                onClick={() => onChange(moveColumn(columns, index, index - 1))}
              />
              <IconButton
                label={t("moveDown", { column: words.label(column) })}
                icon={<ArrowDown size={14} />}
                isDisabled={index === columns.length - 1}
                onClick={() => onChange(moveColumn(columns, index, index + 1))}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
