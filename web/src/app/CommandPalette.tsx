import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { Modal } from "antd";
import { type KeyboardEvent, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { searchQuery } from "@/api/search";
import { cx } from "@/ui/cx";
import styles from "./CommandPalette.module.css";
import { placesFor } from "./places";
import { useSession } from "./session_state";

interface Entry {
  id: string;
  title: string;
  detail: string;
  link: string;
}

function useEntries(text: string): Entry[] {
  const { t } = useTranslation("shell");
  const powers = useSession()?.powers ?? [];
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery({ ...searchQuery(asked), placeholderData: keepPreviousData });
  const pages = placesFor(powers)
    .map(({ id, to }) => ({ id, title: t(id), detail: t("palette.pages"), link: String(to) }))
    .filter(({ id, title }) => `${id} ${title}`.toLowerCase().includes(text.trim().toLowerCase()));
  if (!asked || !data) return pages;
  return [
    ...pages,
    ...data.apps.map(({ id, name }) => ({ id, title: name, detail: t("palette.app"), link: `/apps/${id}` })),
    ...data.orders.map(({ id, title, form_name }) => ({ id, title, detail: form_name, link: `/orders/${id}` })),
    ...data.people.map(({ id, name }) => ({
      id,
      title: name,
      detail: t("palette.person"),
      link: `/directory?user=${id}`,
    })),
  ];
}

/** Ctrl+K: anything, by name. */
export function CommandPalette({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal
      open={open}
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
  const entries = useEntries(text);
  const go = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    router.history.push(entry.link);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
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
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div className={styles.entries} id="palette-entries" role="listbox" aria-label={t("palette.results")}>
        {entries.map((entry, index) => (
          <div
            key={entry.id}
            id={`palette-${entry.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={cx(styles.entry, index === at && styles.at)}
            onPointerMove={() => setAt(index)}
            onClick={() => go(entry)}
            onKeyDown={onKey}
          >
            <span>{entry.title}</span>
            <span className={styles.detail}>{entry.detail}</span>
          </div>
        ))}
        {entries.length === 0 && <p className={styles.none}>{t("palette.none", { text })}</p>}
      </div>
      <p className={styles.hint}>{t("palette.hint")}</p>
    </div>
  );
}
