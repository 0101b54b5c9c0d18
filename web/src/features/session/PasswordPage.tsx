import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { queryClient } from "@/api/query_client";
import { changePassword, sessionQuery } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import { toast } from "@/ui/toast";
import { DoorFrame } from "./DoorFrame";
import styles from "./session.module.css";
import { Trouble } from "./Trouble";

const CHARS_MIN = 8;

type Answers = Record<"current" | "next" | "again", string>;

/** The own password: changed because a person wants to, or because the first one may be used only once. */
export function PasswordPage() {
  const { t } = useTranslation("session");
  const { t: word } = useTranslation();
  const router = useRouter();
  const { next = "/inbox" } = useSearch({ from: "/password" });
  const { data: me } = useQuery(sessionQuery);
  const [answers, setAnswers] = useState<Answers>({ current: "", next: "", again: "" });
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isForced = me?.must_change_password ?? false;
  const wrong = {
    current: false,
    next: Array.from(answers.next).length < CHARS_MIN,
    again: answers.next !== answers.again,
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.next || wrong.again || isBusy) return;
    setBusy(true);
    setError(null);
    try {
      await changePassword(answers.current, answers.next);
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      toast.success(t("password.changed"));
      router.history.replace(next);
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const fields = [
    {
      id: "current",
      label: t(isForced ? "password.first" : "password.current"),
      complete: "current-password",
      help: "",
    },
    { id: "next", label: t("password.next"), complete: "new-password", help: t("password.help", { min: CHARS_MIN }) },
    { id: "again", label: t("password.again"), complete: "new-password", help: t("password.differs") },
  ] as const;
  return (
    <DoorFrame>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <h1 className={styles.title}>{t(isForced ? "password.forced" : "password.title")}</h1>
        {isForced && <p>{t("password.forcedText")}</p>}
        <input type="text" hidden autoComplete="username" value={me?.user.login ?? ""} readOnly />
        {fields.map(({ id, label, complete, help }) => (
          <label key={id} className={styles.field}>
            <span>{label}</span>
            <Input.Password
              size="large"
              autoFocus={id === "current"}
              autoComplete={complete}
              required
              status={isTried && wrong[id] ? "error" : ""}
              value={answers[id]}
              onChange={({ target }) => setAnswers((old) => ({ ...old, [id]: target.value }))}
            />
            {(id === "next" || (isTried && wrong[id])) && (
              <span className={isTried && wrong[id] ? styles.bad : styles.help}>{help}</span>
            )}
          </label>
        ))}
        <Trouble error={error} />
        <Button type="primary" size="large" htmlType="submit" block loading={isBusy}>
          {t("password.submit")}
        </Button>
        {!isForced && (
          <Button size="large" block onClick={() => router.history.back()}>
            {word("cancel")}
          </Button>
        )}
      </form>
    </DoorFrame>
  );
}
