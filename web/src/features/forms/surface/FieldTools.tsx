import { Asterisk, Copy, GripVertical, Move, Trash2 } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "@/i18n/words";
import { isTyped } from "@/model/field_rules";
import type { Field } from "@/model/form";
import { IconButton } from "@/ui/IconButton";
import { change, duplicate, labelsOf, remove, step } from "../edits/act";
import { useDesigning } from "../edits/session";
import styles from "../forms.module.css";
import { MoveTo } from "./MoveTo";
import { WidthMenu } from "./WidthMenu";

interface FieldToolsProps {
  field: Field;
  span: number;
  onDrag: (event: PointerEvent) => void;
}

/** Above a field under the pointer, or the one that is selected: the moves people make most. */
export function FieldTools({ field, span, onDrag }: FieldToolsProps) {
  const { t } = useTranslation("forms");
  const designing = useDesigning();
  const { store } = designing;
  // What is worked on is selected, or the tools would leave with the pointer.
  const select = () => store.getState().select([field.id]);
  const name = labelsOf(store.getState().history.doc, [field.id]);
  const grip = t("tool.drag", { name });
  const stepBy = (event: KeyboardEvent) => {
    if (event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    select();
    step(store, event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    // A press here is none on the field: it neither drags nor selects it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: it only keeps presses from the field
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a look of its own
    <div
      role="group"
      aria-label={name}
      className={styles.fieldTools}
      data-handle
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <button
        type="button"
        className={styles.toolGrip}
        aria-label={grip}
        data-tip={grip}
        onPointerDown={onDrag}
        onKeyDown={stepBy}
      >
        <GripVertical size={15} />
      </button>
      <IconButton
        label={t("tool.duplicate")}
        keys="mod+d"
        icon={<Copy size={15} />}
        onClick={() => duplicate(store, [field.id])}
      />
      <WidthMenu field={field.id} span={span} onOpen={select} />
      {isTyped(field.control.kind) && (
        <IconButton
          label={t("tool.required")}
          icon={<Asterisk size={15} />}
          isActive={field.required ?? false}
          onClick={() => {
            select();
            change(store, { ...field, required: !field.required }, "required");
          }}
        />
      )}
      <MoveTo fields={[field.id]} onOpen={select}>
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
