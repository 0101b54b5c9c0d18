import { type CSSProperties, type MouseEvent, type PointerEvent, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { kindOf } from "@/fields/table";
import type { Place } from "@/model/edit/form_plan";
import { formulaTypeOf } from "@/model/fill/scope";
import type { Field } from "@/model/form";
import { readLiteral } from "@/model/formula/literal_text";
import { startDrag } from "@/ui/drag";
import { Bone } from "@/ui/Skeletons";
import { change, labelsOf, move } from "./act";
import { problemsOf } from "./design_problems";
import { EditableLabel } from "./EditableLabel";
import { FieldMarks } from "./FieldMarks";
import { FieldTools } from "./FieldTools";
import styles from "./forms.module.css";
import { overSheet } from "./over_sheet";
import { useDesigning, useSelection } from "./session";
import { WidthHandle } from "./WidthHandle";

const nothing = () => undefined;

/** A field on the sheet: its real control, asleep, under handles. */
export function SurfaceField({ field, span }: { field: Field; span: number }) {
  const { t } = useTranslation("field");
  const { store, problems } = useDesigning();
  const selection = useSelection();
  const box = useRef<HTMLDivElement>(null);
  const type = kindOf(field);
  const isSelected = selection.includes(field.id);
  const isWrong = problemsOf(field.id, problems).some(({ severity }) => severity === "error");

  useEffect(() => {
    if (isSelected) box.current?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, [isSelected]);
  const select = (event: MouseEvent) => {
    event.stopPropagation();
    const others = selection.filter((id) => id !== field.id && !id.startsWith("section:"));
    const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
    store.getState().select(isMore ? (isSelected ? others : [...others, field.id]) : [field.id]);
  };
  const drag = (event: PointerEvent) => {
    if ((event.target as Element).closest("input, [data-handle]")) return;
    const ids = isSelected ? selection : [field.id];
    startDrag<Place>(event.nativeEvent, {
      label: labelsOf(store.getState().history.doc, ids),
      over: (x, y) => overSheet(x, y),
      drop: (place) => move(store, ids, place),
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the label inside is the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the label inside is the same by keyboard
    <div
      ref={box}
      className={styles.field}
      style={{ "--span": span } as CSSProperties}
      data-item={field.id}
      data-selected={isSelected}
      data-wrong={isWrong}
      onClick={select}
      onPointerDown={drag}
    >
      <div className={styles.fieldHead}>
        <EditableLabel
          text={field.label}
          placeholder={t(`${field.control.kind}.label`)}
          onSelect={() => store.getState().select([field.id])}
          onChange={(label) => change(store, { ...field, label }, "label", "label")}
        />
        <FieldMarks field={field} />
      </div>
      <div className={styles.asleep} inert>
        <Suspense fallback={<Bone height={34} />}>
          <type.Edit
            field={field}
            id={`surface-${field.id}`}
            value={readLiteral(field.default ?? "", formulaTypeOf(field.control).kind) ?? null}
            onChange={nothing}
            onBlur={nothing}
            isInvalid={false}
            describedBy={undefined}
            order={undefined}
          />
        </Suspense>
      </div>
      {field.help && <p className={styles.help}>{field.help}</p>}
      {isSelected && selection.length === 1 && <FieldTools field={field} />}
      <WidthHandle field={field.id} span={span} box={box} />
    </div>
  );
}
