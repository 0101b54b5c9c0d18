import { Alert, Button } from "antd";
import { useTranslation } from "@/i18n/words";
import { useProblemText } from "../problem_text";
import styles from "./SaveBar.module.css";

interface RefusalBarProps {
  error: unknown;
  /** On this device. */
  isKept: boolean;
  onRetry: () => void;
}

/** The server said no: its reason, what helps, and where the changes are meanwhile. */
export default function RefusalBar({ error, isKept, onRetry }: RefusalBarProps) {
  const { t } = useTranslation("designer");
  const { title, remedy } = useProblemText(error);
  return (
    <Alert
      className={styles.bar ?? ""}
      type="error"
      banner
      title={t("refusal.title", { why: title })}
      description={`${remedy} ${t(isKept ? "refusal.kept" : "refusal.unkept")}`}
      action={
        <Button size="small" onClick={onRetry}>
          {t("refusal.again")}
        </Button>
      }
    />
  );
}
