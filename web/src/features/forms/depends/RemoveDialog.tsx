import { Modal } from "antd";
import { useTranslation } from "@/i18n/words";
import { labelsOf, removeNow } from "../edits/act";
import { useDefinition, useDesigning } from "../edits/session";
import { usesOf } from "../edits/uses";
import { UseList } from "./UseList";

interface RemoveDialogProps {
  fields: readonly string[];
  onClose: () => void;
}

/** Before fields go that something else speaks of: what would miss them, each with the way there. */
export function RemoveDialog({ fields, onClose }: RemoveDialogProps) {
  const { t } = useTranslation("forms");
  const { store, elsewhere } = useDesigning();
  const form = useDefinition();
  const uses = usesOf(form, elsewhere, fields);
  const remove = () => {
    removeNow(store, fields);
    onClose();
  };
  return (
    <Modal
      open
      title={t("removal.title", { name: labelsOf(form, fields) })}
      okText={t("removal.ok")}
      okButtonProps={{ danger: true, autoFocus: false }}
      cancelButtonProps={{ autoFocus: true }}
      cancelText={t("cancel", { ns: "common" })}
      onOk={remove}
      onCancel={onClose}
    >
      <p>{t("removal.text", { count: uses.length })}</p>
      <UseList uses={uses} onJump={onClose} />
    </Modal>
  );
}
