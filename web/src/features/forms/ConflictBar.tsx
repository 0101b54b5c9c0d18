import { Button } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./forms.module.css";
import type { Saving } from "./saving";

/** Somebody else saved in between: nothing is overwritten until the person says which one stays. */
export function ConflictBar({ saving }: { saving: Saving }) {
  const { t } = useTranslation("forms");
  return (
    <div className={styles.conflict} role="alert">
      <span>{t("conflict.text")}</span>
      <Button size="small" onClick={() => void saving.takeTheirs()}>
        {t("conflict.theirs")}
      </Button>
      <Button size="small" danger onClick={() => void saving.keepOurs()}>
        {t("conflict.ours")}
      </Button>
    </div>
  );
}
