import { Button, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { columnOfKey, freshCondition, isSame, kindOf } from "@/model/column";
import type { FormDefinition } from "@/model/form";
import { type Column, type Condition, columnKey } from "@/model/report";
import { useByName } from "../by_name";
import { useColumnWords } from "../column_words";
import { IconButton } from "../IconButton";
import styles from "./FilterEditor.module.css";
import { TestPick } from "./TestPick";

export interface FilterEditorProps {
  form: FormDefinition;
  value: readonly Condition[];
  onChange: (value: Condition[]) => void;
  /** The column whose condition the person came for: the focus goes there. */
  at?: Column;
}

/** Conditions that hold together, one per line: column, test, operand. */
export function FilterEditor({ form, value, onChange, at }: FilterEditorProps) {
  const { t } = useTranslation("columns");
  const byName = useByName();
  const words = useColumnWords(form);
  const options = words.options((column) => kindOf(column, form) !== null);
  const replace = (index: number, condition: Condition) =>
    onChange(value.map((old, at) => (at === index ? condition : old)));
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef(at);
  useEffect(() => {
    wanted.current = at;
  }, [at]);
  // Its line may come after the editor. The last control of it is what the person looks for.
  useEffect(() => {
    const control = wanted.current && [...(box.current?.querySelectorAll<HTMLElement>("[data-at] input") ?? [])].at(-1);
    if (!control) return;
    control.focus();
    wanted.current = undefined;
  });
  const add = () => {
    const column = columnOfKey(options[0]?.value ?? "state");
    if (column) onChange([...value, freshCondition(column, form)]);
  };
  return (
    <div ref={box} className={styles.editor}>
      {value.map(({ column, test }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no identity but their place
        <div key={index} className={styles.row} data-at={(at && isSame(column, at)) || undefined}>
          <Select
            className={styles.column}
            aria-label={t("column")}
            showSearch={byName}
            options={options}
            value={columnKey(column)}
            onChange={(key) => {
              const next = columnOfKey(key);
              if (next) replace(index, freshCondition(next, form));
            }}
          />
          <TestPick
            form={form}
            column={column}
            test={test}
            onChange={(next) => replace(index, { column, test: next })}
          />
          <IconButton
            label={t("remove")}
            icon={<X size={16} />}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button type="dashed" icon={<Plus size={16} />} onClick={add}>
        {t("add")}
      </Button>
    </div>
  );
}
