import { Button } from "antd";
import { SquareFunction } from "lucide-react";
import { Suspense, useId, useState } from "react";
import { FormulaInput } from "@/fields/formula_input/FormulaInput";
import { kindOf } from "@/fields/table";
import { useTranslation } from "@/i18n/words";
import { formulaTypeOf } from "@/model/fill/scope";
import type { Field, FieldKind } from "@/model/form";
import { readLiteral, writeLiteral } from "@/model/formula/literal_text";
import { Bone } from "@/ui/Skeletons";
import styles from "../forms.module.css";

interface DefaultInputProps {
  field: Field;
  label: string;
  value: string;
  placeholder: string;
  onChange: (formula: string) => void;
}

/** What only a formula can say, by one press. */
const LIVING: Partial<Record<FieldKind, { formula: string; word: "today" | "now" | "filler" | "fillerDepartment" }>> = {
  date: { formula: "TODAY()", word: "today" },
  datetime: { formula: "NOW()", word: "now" },
  user: { formula: "USER()", word: "filler" },
  dept: { formula: "USERDEPT()", word: "fillerDepartment" },
};

/** A fixed value in the field's own control, a living one by its name, or a formula. */
export function DefaultInput({ field, label, value, placeholder, onChange }: DefaultInputProps) {
  const { t } = useTranslation("forms");
  const id = useId();
  const type = formulaTypeOf(field.control);
  const fixed = readLiteral(value, type.kind);
  const isMany = "many" in field.control && field.control.many;
  const living = isMany ? undefined : LIVING[field.control.kind];
  const [isAsked, setAsked] = useState(false);
  const isFormula = isAsked || (fixed === undefined && value !== living?.formula);
  const { Edit } = kindOf(field);
  const isFixable = field.control.kind !== "datetime";
  if (isFormula) {
    return <FormulaInput label={label} wanted={type} value={value} placeholder={placeholder} onChange={onChange} />;
  }
  return (
    <div className={styles.initial}>
      {isFixable && (
        <Suspense fallback={<Bone height={34} />}>
          <Edit
            field={{ ...field, required: false }}
            id={id}
            value={fixed ?? null}
            onChange={(next) => onChange(writeLiteral(next, type.kind) ?? "")}
            onBlur={() => undefined}
            isInvalid={false}
            describedBy={undefined}
            order={undefined}
          />
        </Suspense>
      )}
      <div className={styles.buttons}>
        {living && (
          <Button
            size="small"
            type={value === living.formula ? "primary" : "default"}
            aria-pressed={value === living.formula}
            onClick={() => onChange(value === living.formula ? "" : living.formula)}
          >
            {t(`living.${living.word}`)}
          </Button>
        )}
        <Button size="small" type="text" icon={<SquareFunction size={14} />} onClick={() => setAsked(true)}>
          {t("writeFormula")}
        </Button>
      </div>
    </div>
  );
}
