import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { queryClient } from "@/api/query_client";
import { changePassword, sessionQuery } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import { type ProblemText, problemText } from "@/ui/problem_text";
import styles from "./SignInAgain.module.css";

interface OwnPasswordProps {
  /** It was given by somebody else, and opens only this. */
  current: string;
  onDone: () => void;
}

/** A password of one's own before the page that waits goes on. */
export function OwnPassword({ current, onDone }: OwnPasswordProps) {
  const { t } = useTranslation("session");
  const [next, setNext] = useState("");
  const [again, setAgain] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ProblemText | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (next !== again) return setTrouble({ title: t("password.differs"), remedy: "" });
    setBusy(true);
    setTrouble(null);
    try {
      await changePassword(current, next);
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      onDone();
    } catch (problem) {
      setTrouble(problemText(problem));
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <p>{t("password.forcedText")}</p>
      <label className={styles.field}>
        <span>{t("password.next")}</span>
        <Input.Password
          size="large"
          autoComplete="new-password"
          autoFocus
          required
          value={next}
          onChange={({ target }) => setNext(target.value)}
        />
      </label>
      <label className={styles.field}>
        <span>{t("password.again")}</span>
        <Input.Password
          size="large"
          autoComplete="new-password"
          required
          value={again}
          onChange={({ target }) => setAgain(target.value)}
        />
      </label>
      {trouble && (
        <p className={styles.trouble} role="alert">
          {trouble.title} {trouble.remedy}
        </p>
      )}
      <Button type="primary" size="large" htmlType="submit" block loading={isBusy}>
        {t("password.submit")}
      </Button>
    </form>
  );
}
