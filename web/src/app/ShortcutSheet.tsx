import { Modal } from "antd";
import { useTranslation } from "@/i18n/words";
import { Kbd } from "@/ui/Kbd";
import { useShortcutGroups } from "@/ui/shortcuts";
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
                {shortcuts
                  .filter(({ isOff }) => !isOff)
                  .map(({ keys, label }) => (
                    <div key={keys} className={styles.row}>
                      <dt>{label}</dt>
                      <dd>
                        <Kbd keys={keys} />
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
