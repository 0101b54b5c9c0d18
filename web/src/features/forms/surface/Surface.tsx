import { Button } from "antd";
import { Plus } from "lucide-react";
import { type PointerEvent, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { sectionKey } from "@/model/edit/form_plan";
import { startMarquee } from "@/ui/designer/marquee";
import { ShowAll } from "@/ui/designer/ShowAll";
import { insertSection } from "../edits/act";
import { useDefinition, useDesigning, useSelection } from "../edits/session";
import { useIsThere } from "../edits/use_aside";
import styles from "../forms.module.css";
import { SurfaceSection } from "./SurfaceSection";
import { TemplateChoice } from "./TemplateChoice";

/** The sheet as it will be filled, with everything on it to be grasped. A click beside it selects the form. */
export function Surface() {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const form = useDefinition();
  const selection = useSelection();
  const sheet = useRef<HTMLDivElement>(null);
  const frame = ({ nativeEvent, target }: PointerEvent) => {
    if (!sheet.current || (target as Element).closest("button, input, [data-item]")) return;
    startMarquee(nativeEvent, {
      label: t("marquee"),
      attribute: "data-item",
      sheet: sheet.current,
      onSelect: store.getState().select,
    });
  };
  const isThere = useIsThere();
  const isEmpty = form.sections.every(({ items }) => items.length === 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the ground only clears the selection, as Esc does
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc is the key
    <div className={styles.ground} onClick={() => store.getState().select([])} onPointerDown={frame}>
      <div ref={sheet} className={styles.sheet} data-sheet>
        <ShowAll store={store} has={isThere} />
        {form.sections.map((section, at) => (
          <SurfaceSection
            key={section.id}
            section={section}
            number={at}
            isSelected={selection.includes(sectionKey(section.id))}
          />
        ))}
        {isEmpty && <TemplateChoice />}
        <Button
          type="dashed"
          block
          icon={<Plus size={16} />}
          onClick={(event) => {
            event.stopPropagation();
            insertSection(store, form.sections.length);
          }}
        >
          {t("section.add")}
        </Button>
      </div>
    </div>
  );
}
