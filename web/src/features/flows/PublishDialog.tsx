import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FlowDefinition } from "@/model/flow";
import { differenceOf } from "./difference";
import styles from "./PublishDialog.module.css";
import type { Publishing } from "./publishing";

interface PublishDialogProps {
  publishing: Publishing;
  draft: FlowDefinition;
}

const NOTE_CHARS_MAX = 500;

/** What changes for new orders, and a note for those who wonder later. */
export function PublishDialog({ publishing, draft }: PublishDialogProps) {
  const { t } = useTranslation("flows");
  const [note, setNote] = useState("");
  const { isAsking, live, head } = publishing;
  const rows = isAsking ? differenceOf(live, draft) : [];
  return (
    <Modal
      open={isAsking}
      title={t("publish.title", { version: head.flow_version + 1 })}
      okText={t("publish.button")}
      cancelText={t("cancel", { ns: "common" })}
      confirmLoading={publishing.isBusy}
      onOk={() => publishing.publish(note.trim())}
      onCancel={publishing.close}
      destroyOnHidden
    >
      <p className={styles.text}>{t("publish.text")}</p>
      {live && rows.length === 0 && <p className={styles.text}>{t("publish.same")}</p>}
      {live && rows.length > 0 && (
        <ul className={styles.rows}>
          {rows.map((row) => (
            <li key={`${row.what}.${row.place}`} data-what={row.what}>
              <span className={styles.what}>{t(`publish.${row.what}`)}</span>
              {row.name}
            </li>
          ))}
        </ul>
      )}
      <Input.TextArea
        aria-label={t("publish.note")}
        placeholder={t("publish.note")}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={NOTE_CHARS_MAX}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  );
}
