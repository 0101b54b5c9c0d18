import { Button, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useMemo } from "react";
import { FormulaInput } from "@/fields/formula_input/FormulaInput";
import { useTranslation } from "@/i18n/words";
import { formulaTypeOf } from "@/model/fill/scope";
import type { SetField } from "@/model/flow";
import type { Field } from "@/model/form";
import { useByName } from "@/ui/by_name";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { IconButton } from "@/ui/IconButton";
import type { StepSettingsProps } from "../registry";
import styles from "../settings/settings.module.css";

/** Fields and the formulas that fill them. */
export function SetSettings({ step, form, onChange }: StepSettingsProps<"update">) {
  const { t } = useTranslation("node");
  const byName = useByName();
  const set = step.set ?? [];
  const typed = form.fields.filter(({ control }) => control.kind !== "serial" && control.kind !== "formula");
  const replace = (at: number, next: SetField, group?: string) =>
    onChange({ ...step, set: set.map((old, i) => (i === at ? next : old)) }, group);
  const add = () => {
    const field = typed.find(({ id }) => !set.some((one) => one.field === id));
    if (field) onChange({ ...step, set: [...set, { field: field.id, formula: "" }] });
  };
  return (
    <PropertyRow name="set" label={t("set.label")} help={t("set.help")}>
      {(id) => (
        <div className={styles.list}>
          {set.map((one, at) => (
            <div key={one.field} className={styles.box}>
              <div className={styles.line}>
                <Select
                  aria-label={t("set.field")}
                  value={one.field}
                  showSearch={byName}
                  onChange={(field) => replace(at, { ...one, field })}
                  options={typed.map(({ id, label }) => ({
                    value: id,
                    label,
                    disabled: id !== one.field && set.some((other) => other.field === id),
                  }))}
                />
                <IconButton
                  label={t("removeNamed", { name: form.fields.find(({ id }) => id === one.field)?.label || one.field })}
                  icon={<X size={14} />}
                  onClick={() => onChange({ ...step, set: set.filter((_, i) => i !== at) })}
                />
              </div>
              <FormulaFor
                field={form.fields.find(({ id }) => id === one.field)}
                value={one.formula}
                onChange={(formula) => replace(at, { ...one, formula }, `set.${at}`)}
              />
            </div>
          ))}
          <Button
            id={id}
            aria-label={t("set.add")}
            size="small"
            type="dashed"
            icon={<Plus size={14} />}
            disabled={set.length >= typed.length}
            onClick={add}
          >
            {t("set.add")}
          </Button>
        </div>
      )}
    </PropertyRow>
  );
}

interface FormulaForProps {
  field: Field | undefined;
  value: string;
  onChange: (formula: string) => void;
}

/** A formula that gives what the field holds. */
function FormulaFor({ field, value, onChange }: FormulaForProps) {
  const { t } = useTranslation("node");
  const control = field?.control;
  const wanted = useMemo(() => (control ? formulaTypeOf(control) : null), [control]);
  return <FormulaInput label={t("set.formula")} value={value} wanted={wanted} onChange={onChange} />;
}
