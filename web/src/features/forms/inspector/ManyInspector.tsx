import { Button, Switch } from "antd";
import { Copy, Move, Trash2 } from "lucide-react";
import { kindOf } from "@/fields/table";
import { useTranslation } from "@/i18n/words";
import type { Field } from "@/model/form";
import { InspectorFrame } from "@/ui/designer/InspectorFrame";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { changeAll, duplicate, labelsOf, remove } from "../edits/act";
import { useDefinition, useDesigning } from "../edits/session";
import { useLockNote } from "../edits/use_aside";
import styles from "../forms.module.css";
import { MoveTo } from "../surface/MoveTo";
import { FieldLayout } from "./FieldLayout";

/** What several fields have in common. */
export function ManyInspector({ fields }: { fields: readonly Field[] }) {
  const { t } = useTranslation("forms");
  const designing = useDesigning();
  const { store } = designing;
  const form = useDefinition();
  const ids = fields.map(({ id }) => id);
  const typed = fields.filter((field) => kindOf(field).isTyped);
  const isRequired = typed.length > 0 && typed.every(({ required }) => required);
  const setRequired = (required: boolean) => changeAll(store, typed, (field) => ({ ...field, required }), "required");
  const content = (
    <>
      {typed.length > 0 && (
        <PropertyRow label={t("property.required")} help={t("property.requiredHelp")} isInline>
          {(id) => <Switch id={id} size="small" checked={isRequired} onChange={setRequired} />}
        </PropertyRow>
      )}
      <FieldLayout fields={fields} />
      <div className={styles.buttons}>
        <Button icon={<Copy size={14} />} onClick={() => duplicate(store, ids)}>
          {t("tool.duplicate")}
        </Button>
        <MoveTo fields={ids}>
          <Button icon={<Move size={14} />}>{t("moveTo.label")}</Button>
        </MoveTo>
        <Button danger icon={<Trash2 size={14} />} onClick={() => remove(designing, ids)}>
          {t("tool.remove")}
        </Button>
      </div>
    </>
  );
  return (
    <InspectorFrame
      lock={useLockNote(ids)}
      title={t("selected", { count: fields.length })}
      subtitle={labelsOf(form, ids)}
      groups={[{ id: "form.many", label: t("group.common"), content }]}
    />
  );
}
