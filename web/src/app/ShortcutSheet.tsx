import { Modal } from "antd";
import { useTranslation } from "@/i18n/words";
import { Kbd } from "@/ui/Kbd";
import { type Shortcut, useShortcutGroups } from "@/ui/shortcuts";
import styles from "./ShortcutSheet.module.css";

/** Every key that does something on this page. */
export function ShortcutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  const groups = useShortcutGroups((state) => state.groups);
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t("keys.title")} width={640} destroyOnHidden>
      <div className={styles.groups}>
        {groups
          .filter(({ shortcuts }) => shortcuts.length > 0)
          .map(({ id, title, shortcuts }) => (
            <section key={id}>
              <h3 className={styles.title}>{title}</h3>
              <dl className={styles.keys}>
                {byLabel(shortcuts).map(([label, chords]) => (
                  <div key={label} className={styles.row}>
                    <dt>{label}</dt>
                    <dd>
                      {chords.map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Modal>
  );
}

/** What two keys do is listed once. */
function byLabel(shortcuts: readonly Shortcut[]): [label: string, chords: string[]][] {
  const found = new Map<string, string[]>();
  for (const { keys, label, isOff } of shortcuts) if (!isOff) found.set(label, [...(found.get(label) ?? []), keys]);
  return [...found];
}
