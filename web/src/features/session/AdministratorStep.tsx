import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { StepProps } from "./OrganisationStep";
import styles from "./session.module.css";
import { PASSWORD_CHARS_MIN } from "./setup_state";

export function AdministratorStep({ answers, give, onDone, onBack }: StepProps & { onBack: () => void }) {
  const { t } = useTranslation("session");
  const [isTried, setTried] = useState(false);
  const isShort = Array.from(answers.password).length < PASSWORD_CHARS_MIN;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort) onDone();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h1 className={styles.title}>{t("setup.administratorTitle")}</h1>
      <label className={styles.field}>
        <span>{t("setup.name")}</span>
        <Input
          size="large"
          autoComplete="name"
          required
          maxLength={50}
          value={answers.name}
          onChange={(event) => give({ name: event.target.value })}
        />
      </label>
      <label className={styles.field}>
        <span>{t("setup.login")}</span>
        <Input
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          required
          maxLength={50}
          value={answers.login}
          onChange={(event) => give({ login: event.target.value })}
        />
      </label>
      <label className={styles.field}>
        <span>{t("setup.password")}</span>
        <Input.Password
          size="large"
          autoComplete="new-password"
          required
          status={isTried && isShort ? "error" : ""}
          value={answers.password}
          onChange={(event) => give({ password: event.target.value })}
        />
        <span className={isTried && isShort ? styles.bad : styles.help}>
          {t("setup.passwordHelp", { min: PASSWORD_CHARS_MIN })}
        </span>
      </label>
      <div className={styles.buttons}>
        <Button size="large" onClick={onBack}>
          {t("setup.previous")}
        </Button>
        <Button type="primary" size="large" htmlType="submit">
          {t("setup.next")}
        </Button>
      </div>
    </form>
  );
}
