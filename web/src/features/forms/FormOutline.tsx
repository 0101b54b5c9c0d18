import { Rows3 } from "lucide-react";
import type { PointerEvent } from "react";
import { kindOf } from "@/fields/table";
import { useTranslation } from "@/i18n/words";
import { type Place, sectionKey, sectionOf } from "@/model/edit/form_plan";
import type { Field, Section } from "@/model/form";
import { Outline, OutlineRow } from "@/ui/designer/OutlineRow";
import { overOutline } from "@/ui/designer/outline_gap";
import { ShowAll } from "@/ui/designer/ShowAll";
import { chosenBy } from "@/ui/designer/selection";
import { startDrag } from "@/ui/drag";
import { change, changeSection, labelsOf, move } from "./edits/act";
import { unlockedOver } from "./edits/locks";
import { useDefinition, useDesigning, useSelection } from "./edits/session";
import { useAside, useIsThere } from "./edits/use_aside";

/** Sections and fields as a list: the way about a long form. Dragged, renamed and selected as on the sheet. */
export function FormOutline() {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const { sections, fields } = useDefinition();
  const isThere = useIsThere();
  const byId = new Map(fields.map((field) => [field.id, field]));
  return (
    <Outline none={fields.length === 0 ? t("outline.none") : undefined}>
      <ShowAll store={store} has={isThere} />
      {sections.map((section, number) => (
        <ul key={section.id} aria-label={section.title || t("section.untitled")} data-glides>
          <SectionRow section={section} number={number} />
          {section.items.map(({ field: id }, at) => {
            const field = byId.get(id);
            return field && <FieldRow key={id} field={field} place={{ section: section.id, at }} />;
          })}
        </ul>
      ))}
    </Outline>
  );
}

function SectionRow({ section, number }: { section: Section; number: number }) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const key = sectionKey(section.id);
  const rename = (title: string) =>
    changeSection(store, { kind: "put_section", section: { ...section, title }, at: number }, title, `title.${key}`);
  return (
    <OutlineRow
      icon={<Rows3 size={14} />}
      text={section.title}
      placeholder={t("section.untitled")}
      isSelected={useSelection().includes(key)}
      place={{ section: section.id, at: -1 }}
      onSelect={() => store.getState().select([key])}
      onRename={rename}
      aside={useAside(key)}
    />
  );
}

function FieldRow({ field, place }: { field: Field; place: Place }) {
  const { t } = useTranslation("field");
  const { store } = useDesigning();
  const selection = useSelection().filter((key) => sectionOf(key) === null);
  const { icon: Icon } = kindOf(field);
  const isSelected = selection.includes(field.id);
  const drag = (event: PointerEvent) => {
    const ids = isSelected ? selection : [field.id];
    startDrag<Place>(event.nativeEvent, {
      label: labelsOf(store.getState().history.doc, ids),
      sources: [event.currentTarget],
      over: (x, y) => unlockedOver(store, ids, overOutline(x, y)),
      drop: (to) => move(store, ids, to),
    });
  };
  return (
    <OutlineRow
      icon={<Icon size={14} />}
      text={field.label}
      placeholder={t(`${field.control.kind}.label`)}
      isSelected={isSelected}
      place={place}
      onSelect={(more) => store.getState().select(chosenBy(selection, field.id, more))}
      onRename={(label) => change(store, { ...field, label }, "label", "label")}
      onDragStart={drag}
      aside={useAside(field.id)}
    />
  );
}
