import { Eye, GripVertical } from "lucide-react";
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "@/i18n/words";
import { moveSection, sectionKey } from "@/model/edit/form_plan";
import type { Section } from "@/model/form";
import { EditableLabel } from "@/ui/designer/EditableLabel";
import { useIsWhole } from "@/ui/designer/whole";
import { startDrag } from "@/ui/drag";
import { changeSection } from "../edits/act";
import { isRefused, unlockedOver } from "../edits/locks";
import { useDefinition, useDesigning } from "../edits/session";
import { useIsHidden } from "../edits/use_aside";
import styles from "../forms.module.css";
import { RuleMark } from "./RuleMark";
import { SurfaceField } from "./SurfaceField";
import { sectionGap } from "./section_gap";

interface SurfaceSectionProps {
  section: Section;
  /** Its position, from 0. */
  number: number;
  isSelected: boolean;
}

/** More than a screen holds. */
const FIRST_FIELDS = 24;

export function SurfaceSection({ section, number, isSelected }: SurfaceSectionProps) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const form = useDefinition();
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const items = useIsWhole() ? section.items : section.items.slice(0, FIRST_FIELDS);
  const key = sectionKey(section.id);
  const title = section.title || t("section.untitled");
  const move = (to: number) => {
    const [change] = moveSection(store.getState().history.doc, section.id, to);
    if (change) changeSection(store, change, title);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "ArrowDown") move(number + 2);
    else if (number > 0) move(number - 1);
  };
  const isHidden = useIsHidden(key);
  const drag = (event: PointerEvent) =>
    startDrag<number>(event.nativeEvent, {
      label: title,
      sources: [event.currentTarget.closest("[data-section]")],
      isGrip: true,
      over: (x, y) => unlockedOver(store, [key], sectionGap(store.getState().history.doc, x, y)),
      drop: move,
    });
  if (isHidden) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the heading below is the same by keyboard
    // biome-ignore lint/a11y/useKeyWithClickEvents: the heading below is the same by keyboard
    <section
      className={styles.section}
      data-section={section.id}
      data-selected={isSelected}
      onClick={(event) => {
        event.stopPropagation();
        store.getState().select([key]);
      }}
    >
      <header className={styles.sectionHead}>
        <button
          type="button"
          className={styles.grip}
          aria-label={t("section.move", { title })}
          onPointerDown={drag}
          onKeyDown={walk}
        >
          <GripVertical size={14} />
        </button>
        <EditableLabel
          text={section.title}
          placeholder={t("section.untitled")}
          className={styles.sectionTitle}
          onSelect={() => store.getState().select([key])}
          isRefused={() => isRefused(store, [key])}
          onChange={(next) =>
            changeSection(
              store,
              { kind: "put_section", section: { ...section, title: next }, at: number },
              next,
              `title.${section.id}`,
            )
          }
        />
        {section.visible_if && (
          <RuleMark
            icon={Eye}
            rule={section.visible_if}
            tone="soft"
            sentence={(condition) => t("mark.rule", { condition })}
          />
        )}
      </header>
      <div className={styles.grid} data-grid data-glides>
        {items.map(({ field: id, span }) => {
          const field = fields.get(id);
          return field && <SurfaceField key={id} field={field} span={span} />;
        })}
        {section.items.length === 0 && <p className={styles.dropHere}>{t("section.dropHere")}</p>}
      </div>
    </section>
  );
}
