import { Button } from "antd";
import { Lock } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import styles from "./InspectorFrame.module.css";

export interface LockNoteProps {
  /** What carries the lock: the thing itself or what it is part of. */
  name: string;
  onUnlock: () => void;
}

/** Why the properties below can be read and not changed, and the way out. */
export function LockNote({ name, onUnlock }: LockNoteProps) {
  const { t } = useTranslation("designer");
  return (
    <div className={styles.lock}>
      <Lock size={14} />
      <span>{t("aside.closed", { name })}</span>
      <Button size="small" onClick={onUnlock}>
        {t("aside.unlock")}
      </Button>
    </div>
  );
}
