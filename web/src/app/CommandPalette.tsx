import { useRouter } from "@tanstack/react-router";
import { Modal } from "antd";
import {
  Blocks,
  ChartColumn,
  FileText,
  type LucideIcon,
  PanelsTopLeft,
  PencilRuler,
  Settings,
  SquarePen,
  Table2,
  TextCursorInput,
  UserRound,
  Workflow,
} from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { useBackCloses } from "@/ui/back_closes";
import { cx } from "@/ui/cx";
import { readPreference, writePreference } from "@/ui/preference";
import { useSettled } from "@/ui/settle";
import { isComposing } from "@/ui/shortcuts";
import styles from "./CommandPalette.module.css";
import { type Entry, type EntryKind, withRecent } from "./palette_entries";
import { recentPlace, useEntries } from "./use_entries";

const ICONS: Record<EntryKind, LucideIcon> = {
  page: PanelsTopLeft,
  app: Blocks,
  form: Table2,
  fill: SquarePen,
  board: ChartColumn,
  design: PencilRuler,
  order: FileText,
  person: UserRound,
  setting: Settings,
  field: TextCursorInput,
  step: Workflow,
};

/** Ctrl+K: anything, by name. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  useBackCloses(open, onClose);
  return (
    <Modal
      open={open}
      title={t("search")}
      classNames={{ header: styles.unseen ?? "" }}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={600}
      style={{ top: 96 }}
      destroyOnHidden
    >
      <PaletteBody onClose={onClose} />
    </Modal>
  );
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("shell");
  const router = useRouter();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [asked, setAsked] = useState("");
  const ask = useSettled(asked, setAsked);
  const entries = useEntries(text, asked);
  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    const place = recentPlace();
    writePreference(place, withRecent(readPreference<Entry[]>(place, []), entry));
    router.history.push(entry.link);
  };
  const onKey = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((at + step + entries.length) % Math.max(entries.length, 1));
    }
    if (event.key === "Enter") go(entries[at]);
  };
  return (
    <div className={styles.palette}>
      <input
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-entries"
        aria-activedescendant={entries[at] && `palette-${entries[at].id}`}
        aria-label={t("search")}
        placeholder={t("palette.placeholder")}
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to type
        autoFocus
        value={text}
        onChange={({ target, nativeEvent }) => {
          setText(target.value);
          ask.set(target.value, "isComposing" in nativeEvent && nativeEvent.isComposing ? "hold" : undefined);
          setAt(0);
        }}
        onCompositionEnd={({ currentTarget }) => ask.set(currentTarget.value)}
        onKeyDown={onKey}
      />
      <div className={styles.entries} id="palette-entries" role="listbox" aria-label={t("palette.results")}>
        {entries.map((entry, index) => {
          const Icon = ICONS[entry.kind];
          return (
            <div
              key={entry.id}
              id={`palette-${entry.id}`}
              ref={(element) => {
                if (index === at) element?.scrollIntoView({ block: "nearest" });
              }}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={cx(styles.entry, index === at && styles.at)}
              onPointerMove={() => setAt(index)}
              onClick={() => go(entry)}
              onKeyDown={onKey}
            >
              <Icon size={16} />
              <span className={styles.title}>{entry.title}</span>
              <span className={styles.detail}>{entry.detail || t(`palette.kind.${entry.kind}`)}</span>
            </div>
          );
        })}
        {entries.length === 0 && <p className={styles.none}>{t("palette.none", { text })}</p>}
      </div>
      <p className={styles.hint}>{t("palette.hint")}</p>
    </div>
  );
}
