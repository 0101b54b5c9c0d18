import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import styles from "../surface/designer.module.css";

const NOTE_CHARS_MAX = 500;

/** The board as it is now, to be found again under a note. */
export function KeepVersion({ onKeep }: { onKeep: (note: string) => void }) {
  const { t } = useTranslation("boards");
  const [note, setNote] = useState("");
  const said = note.trim();
  const keep = () => {
    if (!said) return;
    onKeep(said);
    setNote("");
  };
  return (
    <div className={styles.keep}>
      <Input
        aria-label={t("versions.why")}
        placeholder={t("versions.why")}
        maxLength={NOTE_CHARS_MAX}
        value={note}
        onChange={({ target }) => setNote(target.value)}
        onPressEnter={keep}
      />
      <Button disabled={!said} onClick={keep}>
        {t("versions.keep")}
      </Button>
    </div>
  );
}
