import { useRouter } from "@tanstack/react-router";
import { Button, Input, Modal } from "antd";
import { type FormEvent, useState } from "react";
import { queryClient } from "@/api/query_client";
import { type Me, sessionQuery, signIn } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import { type ProblemText, problemText } from "@/ui/problem_text";
import { OwnPassword } from "./OwnPassword";
import styles from "./SignInAgain.module.css";
import { useSessionEnd } from "./session_end";

/** Over the page that is being worked on: the same person signs in again, and nothing of it is lost. */
export function SignInAgain({ me }: { me: Me }) {
  const { t } = useTranslation("shell");
  const router = useRouter();
  const settle = useSessionEnd((state) => state.settle);
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [isOwnDue, setOwnDue] = useState(false);
  const [trouble, setTrouble] = useState<ProblemText | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setTrouble(null);
    try {
      const again = await signIn(me.user.login, password);
      if (again.must_change_password) return setOwnDue(true);
      queryClient.setQueryData(sessionQuery.queryKey, again);
      settle(true);
    } catch (problem) {
      setTrouble(problemText(problem));
      setBusy(false);
    }
  };
  const leave = async () => {
    queryClient.setQueryData(sessionQuery.queryKey, null);
    settle(false);
    await router.navigate({ to: "/login", search: { next: location.pathname + location.search } });
    // The next person sees nothing of what this one was shown.
    queryClient.clear();
  };
  return (
    <Modal
      open
      title={isOwnDue ? t("password.forced", { ns: "session" }) : t("again.title")}
      width={420}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      {isOwnDue && <OwnPassword current={password} onDone={() => settle(true)} />}
      <form className={styles.form} onSubmit={submit} hidden={isOwnDue}>
        <p>{t("again.text")}</p>
        <input hidden readOnly autoComplete="username" value={me.user.login} />
        <label className={styles.field}>
          <span>{t("again.password", { name: me.user.name })}</span>
          <Input.Password
            size="large"
            autoComplete="current-password"
            autoFocus
            required
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </label>
        {trouble && (
          <p className={styles.trouble} role="alert">
            {trouble.title} {trouble.remedy}
          </p>
        )}
        <Button type="primary" size="large" htmlType="submit" block loading={isBusy}>
          {t("again.submit")}
        </Button>
        <Button type="text" block onClick={() => void leave()}>
          {t("again.leave")}
        </Button>
      </form>
    </Modal>
  );
}
