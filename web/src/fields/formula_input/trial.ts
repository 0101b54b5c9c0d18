// A formula as it comes out for sample values: worked out here, a moment after the last key.

import { useContext, useEffect, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { scopeOf } from "@/model/fill/scope";
import type { Field } from "@/model/form";
import { compile } from "@/model/formula/check";
import { fields as readBy } from "@/model/formula/depend";
import { environment } from "@/model/formula/env";
import { evaluateTraced } from "@/model/formula/eval";
import { parse } from "@/model/formula/parser";
import type { FieldType } from "@/model/formula/scope";
import { show } from "@/model/formula/show";
import type { Value } from "@/model/value";
import { useScene } from "../sheet/scene";
import { FormulaScope } from "./FormulaScope";
import { useSamples } from "./samples";

export interface Trial {
  /** Fields that the formula reads, in the order of the form, with what they hold. */
  read: readonly { field: Field; value: Value }[];
  give: (field: Field, value: Value) => void;
  result: string;
}

const PAUSE_MS = 250;

/** The newest value that stood still for a moment. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** `null` for what is no formula. */
export function useTrial(written: string, wanted: FieldType | null): Trial | null {
  const { t } = useTranslation(["formula", "common"]);
  const form = useContext(FormulaScope);
  const scene = useScene();
  const samples = useSamples(scene, t("sampleText"));
  const formula = useRested(written);
  const parsed = parse(formula);
  const scope = scopeOf(form);
  const compiled = compile(formula, scope, wanted);
  if (!parsed.ok || !compiled.ok) return null;
  const names = readBy(parsed.expr);
  const fields = form.fields.filter(({ id }) => names.has(id));
  const read = fields.map((field, day) => ({ field, value: samples.valueFor(field, day) }));
  const values = Object.fromEntries(read.map(({ field, value }) => [field.id, value]));
  const env = { ...environment(values, scope, scene.now, scene.zone), ...scene };
  const { value, warnings } = evaluateTraced(compiled.checked, env);
  const isTruth = value.is === "bool";
  const text = isTruth
    ? t(value.truth ? "common:yes" : "common:no")
    : show(value, compiled.checked.result.options, env);
  const warned = warnings.map((warning) => ` ${t(`warning.${warning}`)}`).join("");
  return { read, give: samples.give, result: `${text || t("nothing")}${warned}` };
}
