import { Suspense, useContext, useId, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { scopeOf } from "@/model/fill/scope";
import { compile } from "@/model/formula/check";
import { fields as readBy } from "@/model/formula/depend";
import { environment } from "@/model/formula/env";
import { evaluateTraced } from "@/model/formula/eval";
import { parse } from "@/model/formula/parser";
import type { FieldType } from "@/model/formula/scope";
import { show } from "@/model/formula/show";
import type { Values } from "@/model/value";
import { Bone } from "@/ui/Skeletons";
import { operandField } from "../condition/operand_field";
import { useScene } from "../sheet/scene";
import { kindOf } from "../table";
import { FormulaScope } from "./FormulaScope";
import styles from "./formula_input.module.css";

interface FormulaTrialProps {
  formula: string;
  wanted: FieldType | null;
}

/** What the formula gives for values of one's own: the fields it reads, and the result beneath them. */
export default function FormulaTrial({ formula, wanted }: FormulaTrialProps) {
  const { t } = useTranslation("formula");
  const form = useContext(FormulaScope);
  const scene = useScene();
  const id = useId();
  const [values, setValues] = useState<Values>({});
  const parsed = parse(formula);
  const scope = scopeOf(form);
  const compiled = compile(formula, scope, wanted);
  if (!parsed.ok || !compiled.ok) return null;
  const read = readBy(parsed.expr);
  const asked = form.fields.filter((field) => read.has(field.id)).map((field) => operandField(field));
  const env = { ...environment(values, scope, scene.now, scene.zone), ...scene };
  const { value, warnings } = evaluateTraced(compiled.checked, env);
  const text = show(value, compiled.checked.result.options, env);
  return (
    <div className={styles.trial}>
      {asked.map((field) => {
        const { Edit } = kindOf(field);
        return (
          <div key={field.id} className={styles.asked}>
            <span id={`${id}-${field.id}-label`}>{field.label || field.id}</span>
            <Suspense fallback={<Bone height={28} />}>
              <Edit
                field={field}
                id={`${id}-${field.id}`}
                value={values[field.id] ?? null}
                onChange={(next) => setValues((old) => ({ ...old, [field.id]: next }))}
                onBlur={() => undefined}
                isInvalid={false}
                describedBy={undefined}
                order={undefined}
              />
            </Suspense>
          </div>
        );
      })}
      <output className={styles.result} aria-live="polite">
        {t("result", { value: text || t("nothing") })}
        {warnings.map((warning) => ` ${t(`warning.${warning}`)}`)}
      </output>
    </div>
  );
}
