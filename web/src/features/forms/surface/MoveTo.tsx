import { Dropdown, type MenuProps } from "antd";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import type { Place } from "@/model/edit/form_plan";
import { moveTo } from "../edits/act";
import { useDefinition, useDesigning } from "../edits/session";
import styles from "../forms.module.css";

/** The kit's own arrow says "right" to whoever listens. */
const INTO = <ChevronRight size={14} className={styles.into ?? ""} aria-hidden="true" />;

interface MoveToProps {
  fields: readonly string[];
  onOpen?: () => void;
  /** The button that opens it. */
  children: ReactNode;
}

/** Every place of the form by name, for hands that do not drag: a group, then the field to stand behind. */
export function MoveTo({ fields, onOpen, children }: MoveToProps) {
  const { t } = useTranslation("forms");
  const { store } = useDesigning();
  const { sections, fields: all } = useDefinition();
  const labels = new Map(all.map(({ id, label }) => [id, label]));
  const items: MenuProps["items"] = sections.map(({ id: section, title, items: inside }) => ({
    key: section,
    popupClassName: styles.places ?? "",
    label: title || t("section.untitled"),
    children: [
      { key: `${section} 0`, label: t("moveTo.first") },
      ...inside.flatMap(({ field }, at) =>
        fields.includes(field)
          ? []
          : [{ key: `${section} ${at + 1}`, label: t("moveTo.behind", { name: labels.get(field) || field }) }],
      ),
    ],
  }));
  const move: MenuProps["onClick"] = ({ key, domEvent }) => {
    domEvent.stopPropagation();
    moveTo(store, fields, placeOf(key));
  };
  return (
    <Dropdown
      trigger={["click"]}
      menu={{ items, onClick: move, expandIcon: INTO }}
      autoFocus
      onOpenChange={(isOpen) => isOpen && onOpen?.()}
    >
      <span className={styles.opener}>{children}</span>
    </Dropdown>
  );
}

function placeOf(key: string): Place {
  const [section = "", at] = key.split(" ");
  return { section, at: Number(at) };
}
