import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { definitionQuery } from "@/api/drafts";
import { heldQuery } from "@/api/records";
import { TYPES } from "@/fields/table";
import { useTranslation } from "@/i18n/words";
import { changeKind } from "@/model/edit/form_plan";
import { kindFate } from "@/model/fill/changes";
import type { Field } from "@/model/form";
import { useByName } from "@/ui/by_name";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { change } from "./act";
import { useDesigning } from "./session";

/** What a field is; where records hold something in it, how many, and what becomes of that. */
export function KindRow({ field }: { field: Field }) {
  const { t } = useTranslation("forms");
  const byName = useByName();
  const { t: kinds } = useTranslation("field");
  const { store, form } = useDesigning();
  const { data: live } = useQuery(definitionQuery("form", form));
  const published = live?.definition.fields.find(({ id }) => id === field.id);
  const { data: count = 0 } = useQuery({ ...heldQuery(form, field.id), enabled: published !== undefined });
  const fate = published && count > 0 ? kindFate(published.control, field.control) : null;
  const said = fate && t(`kindFate.${fate}`, { count });
  const options = Object.values(TYPES).map(({ kind }) => ({ value: kind, label: kinds(`${kind}.label`) }));
  return (
    <PropertyRow
      name="kind"
      label={t("property.kind")}
      help={said ?? t("property.kindHelp")}
      problem={fate === "lost" ? (said ?? undefined) : undefined}
    >
      {(id) => (
        <Select
          id={id}
          value={field.control.kind}
          options={options}
          showSearch={byName}
          onChange={(kind) => change(store, changeKind(field, TYPES[kind].settings()), "kind")}
        />
      )}
    </PropertyRow>
  );
}
