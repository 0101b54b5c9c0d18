import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import { Logo } from "@/ui/Logo";
import { LanguageSwitch } from "./LanguageSwitch";
import { MosaicWall } from "./MosaicWall";
import styles from "./session.module.css";

/** What everybody sees before the shell: the house on the left, the door on the right. */
export function DoorFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["session", "common"]);
  return (
    <div className={styles.frame}>
      <aside className={styles.house}>
        <MosaicWall />
        <p className={styles.lead}>{t("session:lead")}</p>
      </aside>
      <main className={styles.door}>
        <div className={styles.bar}>
          <span className={styles.name}>
            <Logo size={26} /> {t("common:product")}
          </span>
          <LanguageSwitch />
        </div>
        <div className={styles.body}>{children}</div>
      </main>
    </div>
  );
}
