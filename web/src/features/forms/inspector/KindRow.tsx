import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { definitionQuery } from "@/api/drafts";
import { heldQuery } from "@/api/records";
import { TYPES } from "@/fields/table";
import { useTranslation } from "@/i18n/words";
import { changeKind } from "@/model/edit/field_kind";
import { kindFate } from "@/model/fill/changes";
import type { Field, FieldKind } from "@/model/form";
import { useByName } from "@/ui/by_name";
import { announce } from "@/ui/designer/announce";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { change } from "../edits/act";
import { freshControl } from "../edits/fresh_control";
import { useLostWords } from "../edits/lost_words";
import { useDesigning } from "../edits/session";

/** What a field is; where records hold something in it, how many, and what becomes of that. */
export function KindRow({ field }: { field: Field }) {
  const { t } = useTranslation("forms");
  const byName = useByName();
  const { t: kinds } = useTranslation("field");
  const { store, form } = useDesigning();
  const lostWords = useLostWords();
  const [taken, setTaken] = useState<{ by: FieldKind; words: string } | null>(null);
  const { data: live } = useQuery(definitionQuery("form", form));
  const published = live?.definition.fields.find(({ id }) => id === field.id);
  const { data: count = 0 } = useQuery({ ...heldQuery(form, field.id), enabled: published !== undefined });
  const fate = published && count > 0 ? kindFate(published.control, field.control) : null;
  const said = fate && t(`kindFate.${fate}`, { count });
  // Taken back, there is nothing to tell.
  const lost = taken?.by === field.control.kind ? taken.words : "";
  const sentence = [lost, said].filter(Boolean).join(" ");
  const options = Object.values(TYPES).map(({ kind }) => ({ value: kind, label: kinds(`${kind}.label`) }));
  const choose = (kind: FieldKind) => {
    const next = changeKind(field, freshControl(kind));
    const words = lostWords(field, next);
    setTaken({ by: kind, words });
    announce(words);
    change(store, next, "kind");
  };
  return (
    <PropertyRow
      name="kind"
      label={t("property.kind")}
      help={sentence || t("property.kindHelp")}
      problem={fate === "lost" ? sentence : undefined}
    >
      {(id) => <Select id={id} value={field.control.kind} options={options} showSearch={byName} onChange={choose} />}
    </PropertyRow>
  );
}
