import { useMutation } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import type { FormEvent } from "react";
import { setUp } from "@/api/setup";
import type { Language } from "@/i18n/i18n";
import { useTranslation } from "@/i18n/words";
import styles from "./session.module.css";
import type { SetupAnswers } from "./setup_state";
import { Trouble } from "./Trouble";

interface StartStepProps {
  answers: SetupAnswers;
  give: (part: Partial<SetupAnswers>) => void;
  onBack: () => void;
  onDone: (recoveryKey: string) => void;
}

const STARTS = ["repair", "empty"] as const;

export function StartStep({ answers, give, onBack, onDone }: StartStepProps) {
  const { t, i18n } = useTranslation("session");
  const create = useMutation({
    mutationFn: () => {
      const { token, organisation, zone, name, login, password, start, sample } = answers;
      return setUp({
        token,
        language: i18n.language as Language,
        organisation: organisation.trim(),
        zone,
        administrator: { login: login.trim(), name: name.trim(), password },
        start,
        sample: start === "repair" && sample,
      });
    },
    onSuccess: ({ recovery_key }) => onDone(recovery_key),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h1 className={styles.title}>{t("setup.startTitle")}</h1>
      <div className={styles.choices} role="radiogroup" aria-label={t("setup.startTitle")}>
        {STARTS.map((start) => (
          <label key={start} className={styles.choice} data-chosen={answers.start === start}>
            <input type="radio" name="start" checked={answers.start === start} onChange={() => give({ start })} />
            <span>
              <strong>{t(`setup.starts.${start}.title`)}</strong>
              {t(`setup.starts.${start}.text`)}
            </span>
          </label>
        ))}
      </div>
      {answers.start === "repair" && (
        <Checkbox checked={answers.sample} onChange={(event) => give({ sample: event.target.checked })}>
          {t("setup.sample")}
        </Checkbox>
      )}
      <Trouble error={create.error} />
      <div className={styles.buttons}>
        <Button size="large" onClick={onBack} disabled={create.isPending}>
          {t("setup.previous")}
        </Button>
        <Button type="primary" size="large" htmlType="submit" loading={create.isPending}>
          {t("setup.submit")}
        </Button>
      </div>
    </form>
  );
}
