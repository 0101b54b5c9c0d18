import { Button } from "antd";
import type { Keys } from "@/api/keys";
import { useTranslation } from "@/i18n/words";
import { StateTag } from "@/ui/StateTag";
import styles from "./admin.module.css";

/** What is sealed with which kind of key, and where older ones are still held. */
export function DataKeys({ keys, onRoot }: { keys: Keys; onRoot: () => void }) {
  const { t } = useTranslation("admin");
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2>{t("key.dataKeys")}</h2>
        <Button onClick={onRoot}>{t("key.root")}</Button>
      </div>
      <ul className={styles.list}>
        {keys.classes.map(({ class: name, keys: held }) => (
          <li key={name} className={styles.row}>
            <span className={styles.rowWords}>
              <strong>{t(`key.class.${name}`)}</strong>
              <small>{t(`key.classText.${name}`)}</small>
            </span>
            {name !== "journal" && held > 1 && <StateTag tone="info">{t("key.held", { count: held })}</StateTag>}
          </li>
        ))}
      </ul>
    </section>
  );
}
