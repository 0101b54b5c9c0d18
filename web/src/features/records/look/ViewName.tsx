import { Checkbox, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "@/i18n/words";
import { useBackCloses } from "@/ui/back_closes";
import styles from "./records.module.css";

export interface Naming {
  name: string;
  shared: boolean;
}

export interface ViewNameProps {
  title: string;
  start: Naming;
  mayShare: boolean;
  onClose: () => void;
  onName: (naming: Naming) => Promise<void>;
}

const NAME_CHARS_MAX = 60;

/** What a view is called, and who may use it. */
export function ViewName({ title, start, mayShare, onClose, onName }: ViewNameProps) {
  const { t } = useTranslation("records");
  const [name, setName] = useState(start.name);
  const [shared, setShared] = useState(start.shared);
  useBackCloses(true, onClose);
  const isNamed = name.trim() !== "";
  const send = () => onName({ name: name.trim(), shared });
  return (
    <Modal open title={title} okButtonProps={{ disabled: !isNamed }} onOk={send} onCancel={onClose}>
      <div className={styles.naming}>
        <Input
          autoFocus
          maxLength={NAME_CHARS_MAX}
          placeholder={t("view.name")}
          aria-label={t("view.name")}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={({ nativeEvent }) => isNamed && !nativeEvent.isComposing && void send()}
        />
        {mayShare && (
          <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
            {t("view.share")}
          </Checkbox>
        )}
      </div>
    </Modal>
  );
}
