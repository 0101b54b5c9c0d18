// Rows that the settings of most kinds are made of. A row knows its name and the default, and offers to go back to it.

import { Input, InputNumber, Select, Switch } from "antd";
import { useTranslation } from "@/i18n/words";
import type { Problem } from "@/model/problem";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { settingProblem } from "./setting_problem";

export type SettingName = keyof typeof import("@/i18n/zh/setting").default.label;

interface RowProps<T> {
  /** The setting's name in the definition; its words are `setting:label.<name>` and `setting:help.<name>`. */
  name: SettingName;
  value: T;
  standard: T;
  problems: readonly Problem[];
  onChange: (value: T) => void;
}

function useRow<T>({ name, value, standard, problems, onChange }: RowProps<T>) {
  const { t } = useTranslation("setting");
  return {
    name,
    label: t(`label.${name}`),
    help: t(`help.${name}`),
    problem: settingProblem(problems, name),
    onReset: value === standard ? undefined : () => onChange(standard),
  };
}

export function IntegerRow({ min, max, ...props }: RowProps<number> & { min: number; max: number }) {
  return (
    <PropertyRow {...useRow(props)}>
      {(id) => (
        <InputNumber
          id={id}
          style={{ width: "100%" }}
          min={min}
          max={max}
          precision={0}
          value={props.value}
          onChange={(value) => props.onChange(value ?? props.standard)}
        />
      )}
    </PropertyRow>
  );
}

/** Left empty it is no bound. */
export function CountRow({ max, ...props }: RowProps<number | null> & { max: number }) {
  return (
    <PropertyRow {...useRow(props)}>
      {(id) => (
        <InputNumber
          id={id}
          style={{ width: "100%" }}
          min={1}
          max={Math.max(max, 1)}
          precision={0}
          value={props.value}
          onChange={props.onChange}
        />
      )}
    </PropertyRow>
  );
}

/** Decimal text; left empty it is no bound. */
export function DecimalRow(props: RowProps<string | null>) {
  return (
    <PropertyRow {...useRow(props)}>
      {(id) => (
        <InputNumber<string>
          id={id}
          style={{ width: "100%" }}
          stringMode
          controls={false}
          value={props.value}
          onChange={(value) => props.onChange(value === null || value === "" ? null : String(value))}
        />
      )}
    </PropertyRow>
  );
}

export function TextRow({ isCode, ...props }: RowProps<string> & { isCode?: boolean }) {
  return (
    <PropertyRow {...useRow(props)}>
      {(id) => (
        <Input
          id={id}
          value={props.value}
          spellCheck={!isCode}
          {...(isCode ? { style: { fontFamily: "var(--font-mono)" } } : {})}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </PropertyRow>
  );
}

export function SwitchRow(props: RowProps<boolean>) {
  return (
    <PropertyRow {...useRow(props)} isInline>
      {(id) => <Switch id={id} size="small" checked={props.value} onChange={props.onChange} />}
    </PropertyRow>
  );
}

interface ChoiceRowProps<T extends string> extends RowProps<T> {
  choices: readonly { value: T; label: string }[];
}

export function ChoiceRow<T extends string>({ choices, ...props }: ChoiceRowProps<T>) {
  return (
    <PropertyRow {...useRow(props)}>
      {(id) => <Select<T> id={id} value={props.value} options={[...choices]} onChange={props.onChange} />}
    </PropertyRow>
  );
}
