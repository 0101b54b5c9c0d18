import { type CSSProperties, type MouseEvent, memo, type PointerEvent, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { useTranslation } from "@/i18n/words";
import { type Place, sectionOf } from "@/model/edit/form_plan";
import type { Field } from "@/model/form";
import { EditableLabel } from "@/ui/designer/EditableLabel";
import { chosenBy, isMore } from "@/ui/designer/selection";
import { startDrag } from "@/ui/drag";
import { bringIntoView } from "@/ui/motion";
import { change, labelsOf, move } from "../edits/act";
import { problemsOf } from "../edits/design_problems";
import { isRefused, unlockedOver, useLockOn } from "../edits/locks";
import { useDesigning } from "../edits/session";
import { useIsHidden } from "../edits/use_aside";
import styles from "../forms.module.css";
import { AsleepControl } from "./AsleepControl";
import { FieldMarks } from "./FieldMarks";
import { FieldTools } from "./FieldTools";
import { overSheet } from "./over_sheet";
import { UnlockTool } from "./UnlockTool";
import { WidthHandle } from "./WidthHandle";

/** A field on the sheet, under handles. A form of 300 fields redraws only those that change. */
export const SurfaceField = memo(function SurfaceField({ field, span }: { field: Field; span: number }) {
  const { t } = useTranslation("field");
  const { store, problems } = useDesigning();
  const box = useRef<HTMLDivElement>(null);
  const isSelected = useStore(store, ({ history }) => history.selection.includes(field.id));
  const areMany = useStore(store, ({ history }) => history.selection.length > 1);
  const isHidden = useIsHidden(field.id);
  const lock = useLockOn(field.id);
  const [isPointedAt, setPointedAt] = useState(false);
  const isWrong = problemsOf(field.id, problems).some(({ severity }) => severity === "error");
  useEffect(() => {
    // Under the pointer it stays where it is, or the second press of two would miss it.
    if (isSelected && !box.current?.matches(":hover")) bringIntoView(box.current, "nearest");
  }, [isSelected]);

  const selection = () => store.getState().history.selection;
  const select = (event: MouseEvent) => {
    event.stopPropagation();
    const fields = selection().filter((key) => sectionOf(key) === null);
    store.getState().select(chosenBy(fields, field.id, isMore(event)));
  };
  const drag = (event: PointerEvent, isGrip: boolean) => {
    const ids = isSelected ? selection() : [field.id];
    startDrag<Place>(event.nativeEvent, {
      label: labelsOf(store.getState().history.doc, ids),
      sources: ids.map((id) => document.querySelector(`[data-item="${id}"]`)),
      isGrip,
      over: (x, y) => unlockedOver(store, ids, overSheet(store.getState().history.doc, x, y)),
      drop: (place) => move(store, ids, place),
    });
  };
  const hasTools = (isSelected || isPointedAt) && !areMany;
  if (isHidden) return null;
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
      data-locked={lock !== null}
      onClick={select}
      onPointerDown={(event) => {
        if (!(event.target as Element).closest("input, [data-handle]")) drag(event, false);
      }}
      onPointerEnter={({ pointerType }) => setPointedAt(pointerType !== "touch")}
      onPointerLeave={() => setPointedAt(false)}
    >
      <div className={styles.fieldHead}>
        <EditableLabel
          text={field.label}
          placeholder={t(`${field.control.kind}.label`)}
          onSelect={select}
          isRefused={() => isRefused(store, [field.id])}
          onChange={(label) => change(store, { ...field, label }, "label", "label")}
        />
        <FieldMarks field={field} />
      </div>
      <AsleepControl field={field} />
      {field.help && <p className={styles.help}>{field.help}</p>}
      {hasTools && lock === null && <FieldTools field={field} span={span} onDrag={(event) => drag(event, true)} />}
      {hasTools && lock !== null && <UnlockTool lock={lock} />}
      {lock === null && <WidthHandle field={field.id} span={span} box={box} />}
    </div>
  );
});
