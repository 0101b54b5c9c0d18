import { Button } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./designer.module.css";
import type { BoardSave } from "./save_board";

/** Somebody else changed the board in between; nothing was written over. */
export function ConflictBar({ takeTheirs, keepMine }: BoardSave) {
  const { t } = useTranslation("boards");
  return (
    <div className={styles.conflict} role="alert">
      <span>{t("conflict.text")}</span>
      <Button size="small" onClick={takeTheirs}>
        {t("conflict.theirs")}
      </Button>
      <Button size="small" onClick={keepMine}>
        {t("conflict.mine")}
      </Button>
    </div>
  );
}
