import { Asterisk, Copy, Move, Trash2 } from "lucide-react";
import { kindOf } from "@/fields/table";
import { useTranslation } from "@/i18n/words";
import type { Field } from "@/model/form";
import { IconButton } from "@/ui/IconButton";
import { change, duplicate, remove } from "./act";
import styles from "./forms.module.css";
import { MoveTo } from "./MoveTo";
import { useDesigning } from "./session";

/** Above the selected field: the moves people make most. */
export function FieldTools({ field }: { field: Field }) {
  const { t } = useTranslation("forms");
  const designing = useDesigning();
  const { store } = designing;
  return (
    // A press in the menu is none on the field: it neither drags nor selects it.
    <div className={styles.fieldTools} data-handle onPointerDown={(event) => event.stopPropagation()}>
      {kindOf(field).isTyped && (
        <IconButton
          label={t("tool.required")}
          icon={<Asterisk size={15} />}
          isActive={field.required ?? false}
          onClick={() => change(store, { ...field, required: !field.required }, "required")}
        />
      )}
      <IconButton
        label={t("tool.duplicate")}
        keys="mod+d"
        icon={<Copy size={15} />}
        onClick={() => duplicate(store, [field.id])}
      />
      <MoveTo fields={[field.id]}>
        <IconButton label={t("moveTo.label")} icon={<Move size={15} />} onClick={() => undefined} />
      </MoveTo>
      <IconButton
        label={t("tool.remove")}
        keys="delete"
        icon={<Trash2 size={15} />}
        onClick={() => remove(designing, [field.id])}
      />
    </div>
  );
}
