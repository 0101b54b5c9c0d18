import { type Ref, useCallback, useEffect, useId, useImperativeHandle, useRef } from "react";
import type { FieldAccess, FieldMatrix, FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Value, Values } from "@/model/value";
import { bringIntoView } from "@/ui/motion";
import { accessTo } from "./check";
import { useFilling } from "./filling";
import { ProblemSummary } from "./ProblemSummary";
import { SectionIndex } from "./SectionIndex";
import { SheetSection } from "./SheetSection";
import { shownSections } from "./sections";
import styles from "./sheet.module.css";
import { useIsNarrowBox } from "./width";

export interface SheetHandle {
  /** Shows every problem, leads to the first, and gives them all; none means it may be sent. */
  check: () => readonly Problem[];
}

export interface FormSheetProps {
  definition: FormDefinition;
  values: Values;
  matrix: FieldMatrix;
  /** Access to fields the matrix does not name: `edit` at the start of a flow, `read` (when left out) later. */
  unnamed?: FieldAccess;
  /** What the server said of the last attempt. */
  problems?: readonly Problem[];
  /** What others changed since the person looked. */
  changed?: ReadonlySet<string>;
  /** The order through whose permission files are read. */
  order?: string;
  /** Left out: nothing can be changed. */
  onChange?: (field: string, value: Value) => void;
  /** How many problems are shown just now. */
  onProblems?: (count: number) => void;
  /** Where a long form lists its sections if the window is wide; on top without it. */
  index?: "beside";
  ref?: Ref<SheetHandle>;
}

const NO_PROBLEMS: readonly Problem[] = [];
const NO_FIELDS: ReadonlySet<string> = new Set();

/** A form drawn as its definition says: sections, widths, rules, problems. To fill, to read, or both at once. */
export function FormSheet({
  definition,
  values,
  matrix,
  order,
  onChange,
  onProblems,
  index,
  ref,
  ...rest
}: FormSheetProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrowBox(box);
  const fromServer = rest.problems ?? NO_PROBLEMS;
  const rights = { matrix, unnamed: rest.unnamed ?? "read" };
  const { form, settled, problems, leave, touch, checkAll } = useFilling(definition, values, rights, fromServer);

  const latest = useRef(onChange);
  latest.current = onChange;
  const change = useCallback(
    (field: string, value: Value) => {
      touch(field);
      latest.current?.(field, value);
    },
    [touch],
  );
  const focus = useCallback((field: string) => focusOn(document.getElementById(`${id}-${field}`)), [id]);
  const toFirst = useCallback(
    (found: readonly Problem[]) => {
      const first = inReadingOrder(definition, found)[0];
      // After React has drawn the problems, so that the field stands where it will stay.
      if (first) setTimeout(() => focus(first.place));
    },
    [definition, focus],
  );
  useEffect(() => toFirst(fromServer), [fromServer, toFirst]);
  useEffect(() => onProblems?.(problems.length), [problems, onProblems]);
  useImperativeHandle(ref, () => ({
    check: () => {
      const found = checkAll();
      toFirst(found);
      return found;
    },
  }));

  const accessOf = (field: string) => (onChange ? accessTo(field, rights) : closed(accessTo(field, rights)));
  const sections = shownSections(form, settled, accessOf);
  return (
    <div ref={box} className={styles.sheet} data-narrow={isNarrow} data-index={index}>
      <SectionIndex id={id} sections={sections} problems={problems} />
      <ProblemSummary definition={definition} problems={inReadingOrder(definition, problems)} onChoose={focus} />
      {sections.map((shown) => (
        <SheetSection
          key={shown.section.id}
          id={id}
          shown={shown}
          settled={settled}
          problems={problems}
          changed={rest.changed ?? NO_FIELDS}
          order={order}
          onChange={change}
          onLeave={leave}
        />
      ))}
    </div>
  );
}

const closed = (access: FieldAccess): FieldAccess => (access === "hidden" ? "hidden" : "read");

function inReadingOrder(definition: FormDefinition, problems: readonly Problem[]): Problem[] {
  const places = definition.sections.flatMap(({ items }) => items.map(({ field }) => field));
  const at = ({ place }: Problem) => (places.indexOf(place) + places.length + 1) % (places.length + 1);
  return [...problems].sort((a, b) => at(a) - at(b));
}

/** Groups of controls carry the id themselves; then their first control takes the focus. */
function focusOn(element: HTMLElement | null): void {
  const inner = "input:not([type=hidden]), textarea, button, [tabindex='0']";
  const target = element?.matches(inner) ? element : element?.querySelector<HTMLElement>(inner);
  bringIntoView(element, "center");
  target?.focus({ preventScroll: true });
}
