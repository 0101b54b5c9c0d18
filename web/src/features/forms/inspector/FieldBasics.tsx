import { Input, Typography } from "antd";
import { useTranslation } from "@/i18n/words";
import type { Field } from "@/model/form";
import type { Problem } from "@/model/problem";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { placeText } from "@/ui/problem_text";
import { UseList } from "../depends/UseList";
import { change } from "../edits/act";
import { useDefinition, useDesigning } from "../edits/session";
import { usesOf } from "../edits/uses";
import { KindRow } from "./KindRow";

interface FieldBasicsProps {
  field: Field;
  problems: readonly Problem[];
}

export function FieldBasics({ field, problems }: FieldBasicsProps) {
  const { t } = useTranslation("forms");
  const { store, elsewhere } = useDesigning();
  const form = useDefinition();
  const wrong = problems.find(({ place }) => place.endsWith(".label"));
  const uses = usesOf(form, elsewhere, [field.id]);
  return (
    <>
      <PropertyRow
        name="label"
        label={t("property.label")}
        help={t("property.labelHelp")}
        problem={wrong && placeText(wrong)}
      >
        {(id) => (
          <Input
            id={id}
            value={field.label}
            maxLength={100}
            onChange={(event) => change(store, { ...field, label: event.target.value }, "label", "label")}
          />
        )}
      </PropertyRow>
      <PropertyRow name="help" label={t("property.help")} help={t("property.helpHelp")}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={field.help ?? ""}
            maxLength={500}
            autoSize={{ minRows: 1, maxRows: 4 }}
            onChange={(event) => change(store, withHelp(field, event.target.value), "help", "help")}
          />
        )}
      </PropertyRow>
      <KindRow field={field} />
      <PropertyRow label={t("property.id")} help={t("property.idHelp")}>
        {() => (
          <Typography.Text code copyable={{ text: field.id }}>
            {field.id}
          </Typography.Text>
        )}
      </PropertyRow>
      {uses.length > 0 && (
        <PropertyRow label={t("usedBy", { count: uses.length })} help={t("property.usedByHelp")}>
          {() => <UseList uses={uses} />}
        </PropertyRow>
      )}
    </>
  );
}

function withHelp(field: Field, help: string): Field {
  const { help: _old, ...rest } = field;
  return help ? { ...rest, help } : rest;
}
