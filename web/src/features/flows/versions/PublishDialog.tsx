import { Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import DifferenceList from "./DifferenceList";
import { takeOver, useMigrationPlan } from "./migration";
import { OrdersUnderWay } from "./OrdersUnderWay";
import styles from "./PublishDialog.module.css";
import type { Publishing } from "./publishing";

interface PublishDialogProps {
  publishing: Publishing;
  draft: FlowDefinition;
}

const NOTE_CHARS_MAX = 500;

/** What changes for new orders, what becomes of those on their way, and a note for those who wonder later. */
export default function PublishDialog({ publishing, draft }: PublishDialogProps) {
  const { t } = useTranslation("flows");
  const [note, setNote] = useState("");
  const [takesOver, setTakesOver] = useState(false);
  const { live, head } = publishing;
  const plan = useMigrationPlan(head, draft);
  const publish = async () => {
    const version = await publishing.publish(note.trim());
    if (version && takesOver) void takeOver(head.id, version, plan.query.data?.movable ?? [], plan.nodes);
  };
  return (
    <Modal
      open
      title={t("publish.title", { version: head.flow_version + 1 })}
      okText={t("publish.button")}
      cancelText={t("cancel", { ns: "common" })}
      confirmLoading={publishing.isBusy}
      okButtonProps={{ disabled: takesOver && plan.isLooking }}
      onOk={() => void publish()}
      onCancel={publishing.close}
    >
      <p className={styles.text}>{t("publish.text")}</p>
      {live && <DifferenceList before={live} after={draft} same={t("publish.same")} />}
      {head.flow_version > 0 && (
        <OrdersUnderWay plan={plan} drawing={draft} takesOver={takesOver} onChoose={setTakesOver} />
      )}
      <Input.TextArea
        aria-label={t("publish.note")}
        placeholder={t("publish.note")}
        rows={2}
        maxLength={NOTE_CHARS_MAX}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </Modal>
  );
}
