import { Switch } from "antd";
import { useTranslation } from "react-i18next";
import { kindOf } from "@/fields/table";
import { formulaTypeOf } from "@/model/fill/scope";
import type { Field } from "@/model/form";
import { plain } from "@/model/formula/scope";
import type { Problem } from "@/model/problem";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { change } from "./act";
import { RuleRow } from "./RuleRow";
import { useDesigning } from "./session";

const TRUTH = plain("bool");
/** Kinds whose values two records can be compared by. */
const UNIQUE: ReadonlySet<string> = new Set(["text", "number", "date", "datetime", "serial"]);

type RuleKey = "visible_if" | "required_if" | "default";

function withRule(field: Field, name: RuleKey, rule: string | null): Field {
  const { [name]: _old, ...rest } = field;
  return rule === null ? rest : { ...rest, [name]: rule };
}

function withFlag(field: Field, name: "required" | "unique", isOn: boolean): Field {
  const { [name]: _old, ...rest } = field;
  return isOn ? { ...rest, [name]: true } : rest;
}

export function FieldRules({ field, problems }: { field: Field; problems: readonly Problem[] }) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const { isTyped } = kindOf(field);
  const rule = (name: RuleKey, wanted = TRUTH) => (
    <RuleRow
      name={name}
      owner={field.id}
      wanted={wanted}
      value={field[name]}
      problems={problems}
      onChange={(text) => change(store, withRule(field, name, text), name, name)}
    />
  );
  const flag = (name: "required" | "unique") => (
    <PropertyRow name={name} label={t(`property.${name}`)} isInline>
      {(id) => (
        <Switch
          id={id}
          size="small"
          checked={field[name] ?? false}
          onChange={(isOn) => change(store, withFlag(field, name, isOn), name)}
        />
      )}
    </PropertyRow>
  );
  return (
    <>
      {isTyped && flag("required")}
      {isTyped && !field.required && rule("required_if")}
      {rule("visible_if")}
      {isTyped && rule("default", formulaTypeOf(field.control))}
      {UNIQUE.has(field.control.kind) && flag("unique")}
    </>
  );
}
