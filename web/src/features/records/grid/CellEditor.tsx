// biome-ignore-all lint/a11y/noStaticElementInteractions: the frame only hears what bubbles from the control in it

import { type FocusEvent, type KeyboardEvent, Suspense, useEffect, useId, useRef, useState } from "react";
import { kindOf } from "@/fields/table";
import type { Field } from "@/model/form";
import { isEmpty, type Value } from "@/model/value";
import { placeText } from "@/ui/problem_text";
import styles from "./cell.module.css";
import { isPickedAtOnce, problemsOf } from "./editable";

/** Where the person goes from here. */
export type Leaving = "down" | "up" | "right" | "left" | "stay";

export interface CellEditorProps {
  field: Field;
  value: Value;
  /** Pixels in the body of the grid; `null`: where it was. */
  place: { left: number; top: number; width: number; height: number } | null;
  order: string;
  onDone: (value: Value, leaving: Leaving) => void;
  onCancel: () => void;
}

/** The control of the field's own kind, over its cell. Enter and Tab keep and go on, Esc leaves; what is wrong stays open and says so. */
export function CellEditor({ field, value, place, order, onDone, onCancel }: CellEditorProps) {
  const id = useId();
  const spot = useRef(place);
  spot.current = place ?? spot.current;
  const box = useRef<HTMLDivElement>(null);
  const isOver = useRef(false);
  const [now, setNow] = useState(value);
  const [problem, setProblem] = useState("");
  const Edit = kindOf(field).Edit;
  const finish = (next: Value, leaving: Leaving) => {
    if (isOver.current) return;
    const [wrong] = problemsOf(field, next);
    setProblem(wrong ? placeText(wrong) : "");
    if (wrong) return;
    isOver.current = true;
    onDone(isEmpty(next) ? null : next, leaving);
  };
  const change = (next: Value) => {
    setNow(next);
    setProblem("");
    if (isPickedAtOnce(field)) finish(next, "stay");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const isLine = event.target instanceof HTMLTextAreaElement && event.shiftKey;
    if (event.key === "Escape") {
      isOver.current = true;
      onCancel();
    } else if (event.key === "Tab") finish(now, event.shiftKey ? "left" : "right");
    else if (event.key === "Enter" && !isLine && !hasOpenList(box.current)) finish(now, event.shiftKey ? "up" : "down");
    else return;
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent) => {
    const next = event.relatedTarget;
    const isInside =
      next instanceof Element &&
      (box.current?.contains(next) || next.closest(".ant-select-dropdown, .ant-picker-dropdown"));
    if (!isInside && document.hasFocus()) finish(now, "stay");
  };
  return (
    <div
      ref={box}
      className={styles.editor}
      role="presentation"
      style={{
        left: spot.current?.left,
        top: spot.current?.top,
        minWidth: spot.current?.width,
        minHeight: spot.current?.height,
      }}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
    >
      <span id={`${id}-label`} className={styles.unseen}>
        {field.label}
      </span>
      <Suspense fallback={null}>
        <Edit
          field={field}
          id={id}
          value={now}
          onChange={change}
          onBlur={() => undefined}
          isInvalid={problem !== ""}
          describedBy={problem ? `${id}-problem` : undefined}
          order={order}
        />
        <FocusIn box={box} />
      </Suspense>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Once the control is there, the person is in it, behind what stands there already. */
function FocusIn({ box }: { box: { readonly current: HTMLDivElement | null } }) {
  useEffect(() => {
    const find = (selector: string) => box.current?.querySelector<HTMLElement>(selector);
    const control = find("input:checked") ?? find("input:not([type=hidden]), textarea, button, [tabindex]");
    control?.focus();
    if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text")) {
      control.setSelectionRange(control.value.length, control.value.length);
    }
  }, [box]);
  return null;
}

/** Enter belongs to the list of a select while it is open. */
const hasOpenList = (box: Element | null): boolean => box?.querySelector("[aria-expanded=true]") !== null;
