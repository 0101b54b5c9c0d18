import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { useState } from "react";
import { installationQuery } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import { ErrorState } from "@/ui/ErrorState";
import { AdministratorStep } from "./AdministratorStep";
import { CodeStep } from "./CodeStep";
import { DoorFrame } from "./DoorFrame";
import { OrganisationStep } from "./OrganisationStep";
import { RecoveryStep } from "./RecoveryStep";
import { StartStep } from "./StartStep";
import styles from "./session.module.css";
import { emptyAnswers, SETUP_STEPS, type SetupAnswers, type SetupStep } from "./setup_state";

/** First run: code, organisation, administrator, what to start with, and the recovery key. */
export function SetupPage() {
  const query = useQuery({ ...installationQuery, staleTime: Number.POSITIVE_INFINITY });
  if (query.data && !query.data.setup_needed) return <Navigate to="/login" replace />;
  return (
    <DoorFrame>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <SetupSteps />}
    </DoorFrame>
  );
}

function SetupSteps() {
  const { t } = useTranslation("session");
  const [step, setStep] = useState<SetupStep>("code");
  const [answers, setAnswers] = useState<SetupAnswers>(emptyAnswers);
  const [recoveryKey, setRecoveryKey] = useState("");
  const at = SETUP_STEPS.indexOf(step);
  const give = (part: Partial<SetupAnswers>) => setAnswers((old) => ({ ...old, ...part }));
  const go = (to: SetupStep) => () => setStep(to);
  return (
    <div className={styles.form}>
      <div className={styles.steps} role="img" aria-label={t("setup.progress", { at: at + 1, of: SETUP_STEPS.length })}>
        {SETUP_STEPS.map((one, index) => (
          <span key={one} className={styles.step} data-done={index <= at} />
        ))}
      </div>
      {step === "code" && <CodeStep give={give} onDone={go("organisation")} />}
      {step === "organisation" && <OrganisationStep answers={answers} give={give} onDone={go("administrator")} />}
      {step === "administrator" && (
        <AdministratorStep answers={answers} give={give} onBack={go("organisation")} onDone={go("start")} />
      )}
      {step === "start" && (
        <StartStep
          answers={answers}
          give={give}
          onBack={go("administrator")}
          onDone={(key) => {
            setRecoveryKey(key);
            setStep("recovery");
          }}
        />
      )}
      {step === "recovery" && <RecoveryStep recoveryKey={recoveryKey} />}
    </div>
  );
}
