import { Rows3 } from "lucide-react";
import { type MouseEvent, type PointerEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { kindOf } from "@/fields/table";
import { type Place, sectionKey } from "@/model/edit/form_plan";
import type { Field, Section } from "@/model/form";
import { startDrag } from "@/ui/drag";
import { change, changeSection, labelsOf, move } from "./act";
import { EditableLabel } from "./EditableLabel";
import styles from "./FormOutline.module.css";
import { overOutline } from "./outline_gap";
import { useDefinition, useDesigning, useSelection } from "./session";

/** Sections and fields as a list: the way about a long form. Dragged, renamed and selected as on the sheet. */
export function FormOutline() {
  const { t } = useTranslation("forms");
  const { sections, fields } = useDefinition();
  const byId = new Map(fields.map((field) => [field.id, field]));
  return (
    <div className={styles.outline} data-outline>
      {sections.map((section, number) => (
        <ul key={section.id} aria-label={section.title || t("section.untitled")}>
          <SectionRow section={section} number={number} />
          {section.items.map(({ field: id }, at) => {
            const field = byId.get(id);
            return field && <FieldRow key={id} field={field} section={section.id} at={at} />;
          })}
        </ul>
      ))}
      {fields.length === 0 && <p className={styles.none}>{t("outline.none")}</p>}
    </div>
  );
}

function useRow(key: string) {
  const isSelected = useSelection().includes(key);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  return { row, isSelected };
}

function SectionRow({ section, number }: { section: Section; number: number }) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const key = sectionKey(section.id);
  const { row, isSelected } = useRow(key);
  const rename = (title: string) =>
    changeSection(store, { kind: "put_section", section: { ...section, title }, at: number }, title, `title.${key}`);
  return (
    <li
      ref={row}
      className={styles.section}
      data-selected={isSelected}
      data-outline-section={section.id}
      data-outline-at={-1}
    >
      <Rows3 size={14} />
      <EditableLabel
        text={section.title}
        placeholder={t("section.untitled")}
        onSelect={() => store.getState().select([key])}
        onChange={rename}
      />
    </li>
  );
}

interface FieldRowProps {
  field: Field;
  section: string;
  at: number;
}

function FieldRow({ field, section, at }: FieldRowProps) {
  const { t } = useTranslation("field");
  const { store } = useDesigning();
  const { row, isSelected } = useRow(field.id);
  const { icon: Icon } = kindOf(field);
  const selection = () => store.getState().history.selection;
  const drag = (event: PointerEvent) => {
    if ((event.target as Element).closest("input")) return;
    const ids = isSelected ? selection() : [field.id];
    startDrag<Place>(event.nativeEvent, {
      label: labelsOf(store.getState().history.doc, ids),
      over: overOutline,
      drop: (place) => move(store, ids, place),
    });
  };
  const select = (event: MouseEvent) => {
    const others = selection().filter((id) => id !== field.id);
    const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
    store.getState().select(isMore ? (isSelected ? others : [...others, field.id]) : [field.id]);
  };
  return (
    <li
      ref={row}
      className={styles.field}
      data-selected={isSelected}
      data-outline-section={section}
      data-outline-at={at}
      onPointerDown={drag}
    >
      <Icon size={14} />
      <EditableLabel
        text={field.label}
        placeholder={t(`${field.control.kind}.label`)}
        onSelect={select}
        onChange={(label) => change(store, { ...field, label }, "label", "label")}
      />
    </li>
  );
}
