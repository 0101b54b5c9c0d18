import { Input } from "antd";
import { Search } from "lucide-react";
import { type PointerEvent, type ReactNode, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { isNamed } from "@/model/pinyin";
import styles from "./PaletteFrame.module.css";
import { type PaletteName, useRecent } from "./recent";

export interface PaletteItem {
  id: string;
  label: string;
  icon: ReactNode;
  /** One line: what it is for. */
  purpose: string;
  /** Found by this too: how a Chinese name is read (`dan xuan`), other words for an English one. */
  said?: string;
}

export interface PaletteGroup {
  id: string;
  label: string;
  items: readonly PaletteItem[];
}

export interface PaletteFrameProps {
  /** Whose recent items are remembered; whoever adds notes them: `noteAdded`. */
  name: PaletteName;
  groups: readonly PaletteGroup[];
  /** Click or Enter: add after the selection. */
  onAdd: (id: string) => void;
  /** Hand the event to `startDrag`. */
  onDragStart: (event: PointerEvent, item: PaletteItem) => void;
}

const found = ({ id, label, purpose, said = "" }: PaletteItem, text: string): boolean =>
  isNamed(`${label} ${id} ${said} ${purpose}`, said, text);

/** The left pane of a designer: what can be added, by drag, click or search. */
export function PaletteFrame({ name, groups, onAdd, onDragStart }: PaletteFrameProps) {
  const { t } = useTranslation("designer");
  const [text, setText] = useState("");
  const recent = useRecent(name);
  const shown = groups
    .map((group) => ({ ...group, items: group.items.filter((item) => found(item, text)) }))
    .filter((group) => group.items.length > 0);
  const addFirst = () => {
    const first = shown[0]?.items[0];
    if (text && first) onAdd(first.id);
  };
  return (
    <>
      <div className={styles.search}>
        <Input
          prefix={<Search size={14} />}
          placeholder={t("search")}
          aria-label={t("search")}
          value={text}
          allowClear
          onChange={(event) => setText(event.target.value)}
          onPressEnter={addFirst}
        />
      </div>
      <div className={styles.groups}>
        {!text && recent.length > 0 && (
          <section>
            <h3 className={styles.label}>{t("recent.label")}</h3>
            <div className={styles.recent}>
              {recent.map((id) => {
                const item = groups.flatMap(({ items }) => items).find((one) => one.id === id);
                return (
                  item && (
                    <button
                      key={id}
                      type="button"
                      className={styles.item}
                      title={item.label}
                      aria-label={t("recent.item", { name: item.label })}
                      onClick={() => onAdd(id)}
                      onPointerDown={(event) => onDragStart(event, item)}
                    >
                      <span className={styles.icon}>{item.icon}</span>
                    </button>
                  )
                );
              })}
            </div>
          </section>
        )}
        {shown.length === 0 && <p className={styles.none}>{t("nothingFound")}</p>}
        {shown.map((group) => (
          <section key={group.id}>
            <h3 className={styles.label}>{group.label}</h3>
            <div className={styles.items}>
              {group.items.map((item) => (
                <button
                  key={item.id}
                  type="button"
                  className={styles.item}
                  title={item.purpose}
                  onClick={() => onAdd(item.id)}
                  onPointerDown={(event) => onDragStart(event, item)}
                >
                  <span className={styles.icon}>{item.icon}</span>
                  <span className={styles.name}>{item.label}</span>
                </button>
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}
