import { useMutation } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { proveSetupCode } from "@/api/setup";
import { useTranslation } from "@/i18n/words";
import styles from "./session.module.css";
import type { SetupAnswers } from "./setup_state";
import { Trouble } from "./Trouble";

/** Proves that whoever sits here can read the server's console. */
export function CodeStep({ give, onDone }: { give: (part: Partial<SetupAnswers>) => void; onDone: () => void }) {
  const { t } = useTranslation("session");
  const [code, setCode] = useState("");
  const prove = useMutation({
    mutationFn: () => proveSetupCode(code.trim()),
    onSuccess: ({ token }) => {
      give({ token });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h1 className={styles.title}>{t("setup.title")}</h1>
      <p className={styles.note}>{t("setup.lead")}</p>
      <label className={styles.field}>
        <span>{t("setup.code")}</span>
        <Input
          size="large"
          autoComplete="off"
          autoCapitalize="characters"
          required
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <span className={styles.help}>{t("setup.codeHelp")}</span>
      </label>
      <Trouble error={prove.error} />
      <Button type="primary" size="large" htmlType="submit" block loading={prove.isPending}>
        {t("setup.next")}
      </Button>
    </form>
  );
}
