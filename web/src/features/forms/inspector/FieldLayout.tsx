import { Segmented } from "antd";
import { useTranslation } from "@/i18n/words";
import type { Field } from "@/model/form";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { resize } from "../edits/act";
import { useDefinition, useDesigning } from "../edits/session";
import { fraction, WIDTHS } from "../edits/widths";

/** Width on a desktop; a phone always shows one column. */
export function FieldLayout({ fields }: { fields: readonly Field[] }) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const { sections } = useDefinition();
  const ids = fields.map(({ id }) => id);
  const items = sections.flatMap((section) => section.items).filter(({ field }) => ids.includes(field));
  const span = items.every((item) => item.span === items[0]?.span) ? (items[0]?.span ?? null) : null;
  return (
    <PropertyRow label={t("width")} help={t("widthHelp")}>
      {(id) => (
        <Segmented
          id={id}
          block
          value={span ?? 0}
          options={WIDTHS.map((value) => ({ value, label: fraction(value) }))}
          onChange={(next) => resize(store, ids, Number(next))}
        />
      )}
    </PropertyRow>
  );
}
