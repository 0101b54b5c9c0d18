import { useQuery } from "@tanstack/react-query";
import { Navigate, useRouter, useSearch } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { queryClient } from "@/api/query_client";
import { installationQuery, sessionQuery, signIn } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import { ErrorState } from "@/ui/ErrorState";
import { type ProblemText, problemText } from "@/ui/problem_text";
import { DoorFrame } from "./DoorFrame";
import styles from "./session.module.css";

export function LoginPage() {
  const query = useQuery(installationQuery);
  if (query.data?.setup_needed) return <Navigate to="/setup" replace />;
  return (
    <DoorFrame>
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <LoginForm organisation={query.data?.organisation ?? ""} />
      )}
    </DoorFrame>
  );
}

function LoginForm({ organisation }: { organisation: string }) {
  const { t } = useTranslation("session");
  const router = useRouter();
  const { next } = useSearch({ from: "/login" });
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ProblemText | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setTrouble(null);
    try {
      queryClient.setQueryData(sessionQuery.queryKey, await signIn(login.trim(), password));
      // "Back" does not show the door to somebody who is inside.
      router.history.replace(next ?? "/inbox");
    } catch (problem) {
      setTrouble(problemText(problem));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h1 className={styles.title}>{t("signIn.title", { organisation: organisation || "Tessera" })}</h1>
      <label className={styles.field}>
        <span>{t("signIn.login")}</span>
        <Input
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          required
          value={login}
          onChange={(event) => setLogin(event.target.value)}
        />
      </label>
      <label className={styles.field}>
        <span>{t("signIn.password")}</span>
        <Input.Password
          size="large"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {trouble && (
        <p className={styles.trouble} role="alert">
          <strong>{trouble.title}</strong>
          <span>{trouble.remedy}</span>
        </p>
      )}
      <Button type="primary" size="large" htmlType="submit" block loading={isBusy}>
        {t("signIn.submit")}
      </Button>
    </form>
  );
}
