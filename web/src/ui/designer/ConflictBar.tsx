import { Alert, Button } from "antd";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "../format";
import { toast } from "../toast";
import { useValueWords } from "../value_text";
import styles from "./ConflictBar.module.css";
import type { Conflict } from "./conflict";

/** Somebody else saved in between: nothing is overwritten until the person says whose work stays. */
export function ConflictBar({ rival, takeTheirs, keepMine }: Conflict) {
  const { t } = useTranslation("designer");
  const format = useFormat();
  const { nameOf } = useValueWords();
  const run = (act: () => Promise<void>) => () => {
    act().catch(toast.problem);
  };
  const text = rival?.by
    ? t("conflict.by", { who: nameOf(rival.by), at: format.dateTime(rival.at) })
    : t("conflict.somebody");
  return (
    <Alert
      className={styles.bar ?? ""}
      type="warning"
      banner
      title={text}
      action={
        <span className={styles.choices}>
          <Button size="small" onClick={run(takeTheirs)}>
            {t("conflict.theirs")}
          </Button>
          <Button size="small" type="primary" onClick={run(keepMine)}>
            {t("conflict.mine")}
          </Button>
        </span>
      }
    />
  );
}
