import { Switch } from "antd";
import type { ReactNode } from "react";
import { ConditionInput } from "@/fields/condition/ConditionInput";
import { useTranslation } from "@/i18n/words";
import { type FieldRule, mayHaveRule } from "@/model/field_rules";
import type { Field } from "@/model/form";
import type { Problem } from "@/model/problem";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { change } from "../edits/act";
import { useDesigning } from "../edits/session";
import { DefaultInput } from "./DefaultInput";
import { type RuleInput, RuleRow } from "./RuleRow";

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
  const may = (name: FieldRule) => mayHaveRule(field.control.kind, name);
  // What a field must have needs no condition; one that is there already can still be seen and taken away.
  const isAsked = !field.required || field.required_if !== undefined;
  const rule = (name: RuleKey, children: (input: RuleInput) => ReactNode) => (
    <RuleRow
      name={name}
      value={field[name]}
      problems={problems}
      onChange={(text) => change(store, withRule(field, name, text), name, name)}
    >
      {children}
    </RuleRow>
  );
  const condition = (input: RuleInput) => <ConditionInput {...input} without={field.id} />;
  const flag = (name: "required" | "unique") => (
    <PropertyRow name={name} label={t(`property.${name}`)} help={t(`property.${name}Help`)} isInline>
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
      {may("required") && flag("required")}
      {may("required_if") && isAsked && rule("required_if", condition)}
      {rule("visible_if", condition)}
      {may("default") && rule("default", (input) => <DefaultInput field={field} {...input} />)}
      {may("unique") && flag("unique")}
    </>
  );
}
