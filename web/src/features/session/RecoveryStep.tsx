import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { Copy } from "lucide-react";
import { type FormEvent, useRef, useState } from "react";
import { queryClient } from "@/api/query_client";
import { installationQuery, sessionQuery } from "@/api/session";
import { confirmRecoveryKey } from "@/api/setup";
import { useTranslation } from "@/i18n/words";
import { copyText } from "@/ui/copy_text";
import styles from "./session.module.css";
import { Trouble } from "./Trouble";

/** Shows the recovery key this once, then asks for it back: a key nobody wrote down is no key. */
export function RecoveryStep({ recoveryKey }: { recoveryKey: string }) {
  const { t } = useTranslation("session");
  const navigate = useNavigate();
  const [isWritten, setWritten] = useState(false);
  const [typed, setTyped] = useState("");
  const confirm = useMutation({
    mutationFn: () => confirmRecoveryKey(typed.trim()),
    onSuccess: async () => {
      queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
      await navigate({ to: "/inbox" });
      // Not before: this page would see that the set-up is over and leave for the sign-in.
      queryClient.removeQueries({ queryKey: installationQuery.queryKey });
    },
  });
  const shown = useRef<HTMLOutputElement>(null);
  const copy = () => copyText(recoveryKey, shown.current, { done: t("setup.copied"), byHand: t("setup.selected") });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWritten) confirm.mutate();
    else setWritten(true);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h1 className={styles.title}>{t("setup.recoveryTitle")}</h1>
      <p className={styles.note}>{t(isWritten ? "setup.recoveryType" : "setup.recoveryText")}</p>
      {isWritten ? (
        <Input
          size="large"
          autoComplete="off"
          required
          aria-label={t("setup.recoveryTitle")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : (
        <>
          <output ref={shown} className={styles.key}>
            {recoveryKey}
          </output>
          <Button icon={<Copy size={16} />} onClick={() => void copy()}>
            {t("setup.copy")}
          </Button>
        </>
      )}
      <Trouble error={confirm.error} />
      <div className={styles.buttons}>
        {isWritten && (
          <Button size="large" onClick={() => setWritten(false)}>
            {t("setup.showAgain")}
          </Button>
        )}
        <Button type="primary" size="large" htmlType="submit" loading={confirm.isPending}>
          {t(isWritten ? "setup.finish" : "setup.written")}
        </Button>
      </div>
    </form>
  );
}
