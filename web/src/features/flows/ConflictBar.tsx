import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { toast } from "@/ui/toast";
import type { FlowSession } from "./draft_session";
import styles from "./FlowDesigner.module.css";

/** Two people drew at once: nothing is overwritten until one of them says so. */
export function ConflictBar({ session }: { session: FlowSession }) {
  const { t } = useTranslation("flows");
  const run = (act: () => Promise<void>) => () => {
    act().catch(toast.problem);
  };
  return (
    <Alert
      className={styles.conflict ?? ""}
      type="warning"
      showIcon
      title={t("conflict.text")}
      action={
        <span className={styles.choices}>
          <Button size="small" onClick={run(session.takeTheirs)}>
            {t("conflict.theirs")}
          </Button>
          <Button size="small" type="primary" onClick={run(session.keepMine)}>
            {t("conflict.mine")}
          </Button>
        </span>
      }
    />
  );
}
