import { Alert, Button, Modal } from "antd";
import { Copy } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { copyText } from "@/ui/copy_text";
import { Foot } from "@/ui/Foot";
import styles from "./directory.module.css";

interface PasswordOnceProps {
  login: string;
  name: string;
  password: string;
  onClose: () => void;
}

/** The first password, for the one moment it can be read. */
export function PasswordOnce({ login, name, password, onClose }: PasswordOnceProps) {
  const { t } = useTranslation("directory");
  const shown = useRef<HTMLDListElement>(null);
  const copy = () =>
    copyText(t("password.message", { name, login, password, address: location.origin }), shown.current, {
      done: t("password.copied"),
      byHand: t("password.selected"),
    });
  return (
    <Modal
      open
      title={t("password.title", { name })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Foot>
          <Button icon={<Copy size={16} />} onClick={() => void copy()}>
            {t("password.copy")}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t("password.done")}
          </Button>
        </Foot>
      }
    >
      <dl ref={shown} className={styles.secret}>
        <dt>{t("user.login")}</dt>
        <dd>{login}</dd>
        <dt>{t("password.label")}</dt>
        <dd>
          <code>{password}</code>
        </dd>
      </dl>
      <Alert type="info" showIcon title={t("password.once")} />
    </Modal>
  );
}
