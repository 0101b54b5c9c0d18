import { Alert, Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "../format";
import { useValueWords } from "../value_text";
import styles from "./SaveBar.module.css";
import type { Rival } from "./saving";

interface ConflictBarProps {
  rival: Rival | null;
  /** What each of the two changed. */
  theirs: ReactNode;
  mine: ReactNode;
  /** `told`: what is said of it then. */
  onTheirs: (told: string) => void;
  onMine: () => void;
}

/** Somebody else saved in between: who, when and what, and nothing is overwritten until the person says whose work stays. */
export default function ConflictBar({ rival, theirs, mine, onTheirs, onMine }: ConflictBarProps) {
  const { t } = useTranslation("designer");
  const format = useFormat();
  const { nameOf } = useValueWords();
  const who = rival?.by ? nameOf(rival.by) : t("conflict.other");
  const sides = [
    { title: t("conflict.theirChanges", { who }), changes: theirs },
    { title: t("conflict.myChanges"), changes: mine },
  ];
  return (
    <Alert
      className={styles.bar ?? ""}
      type="warning"
      banner
      title={rival?.by ? t("conflict.by", { who, at: format.dateTime(rival.at) }) : t("conflict.somebody")}
      description={
        <>
          <div className={styles.sides}>
            {sides.map(({ title, changes }) => (
              <section key={title} aria-label={title}>
                <h3>{title}</h3>
                {changes}
              </section>
            ))}
          </div>
          <div className={styles.choices}>
            <Button size="small" onClick={() => onTheirs(t("conflict.taken"))}>
              {t("conflict.theirs")}
            </Button>
            <Button size="small" type="primary" onClick={onMine}>
              {t("conflict.mine")}
            </Button>
          </div>
        </>
      }
    />
  );
}
