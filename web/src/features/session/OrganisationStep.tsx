import { Button, Input, Select } from "antd";
import { type FormEvent, useId, useMemo } from "react";
import { useTranslation } from "@/i18n/words";
import styles from "./session.module.css";
import type { SetupAnswers } from "./setup_state";

export interface StepProps {
  answers: SetupAnswers;
  give: (part: Partial<SetupAnswers>) => void;
  onDone: () => void;
}

function zones(own: string): { value: string; label: string }[] {
  const known = "supportedValuesOf" in Intl ? Intl.supportedValuesOf("timeZone") : ["Asia/Shanghai", "UTC"];
  return [...new Set([own, ...known])].map((value) => ({ value, label: value.replaceAll("_", " ") }));
}

export function OrganisationStep({ answers, give, onDone }: StepProps) {
  const { t } = useTranslation("session");
  const zoneId = useId();
  const options = useMemo(() => zones(answers.zone), [answers.zone]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <h1 className={styles.title}>{t("setup.organisationTitle")}</h1>
      <label className={styles.field}>
        <span>{t("setup.organisation")}</span>
        <Input
          size="large"
          autoComplete="organization"
          required
          maxLength={100}
          placeholder={t("setup.organisationHint")}
          value={answers.organisation}
          onChange={(event) => give({ organisation: event.target.value })}
        />
      </label>
      <div className={styles.field}>
        <label htmlFor={zoneId}>{t("setup.zone")}</label>
        <Select
          id={zoneId}
          size="large"
          showSearch
          value={answers.zone}
          options={options}
          onChange={(zone) => give({ zone })}
        />
        <span className={styles.help}>{t("setup.zoneHelp")}</span>
      </div>
      <Button type="primary" size="large" htmlType="submit" block>
        {t("setup.next")}
      </Button>
    </form>
  );
}
