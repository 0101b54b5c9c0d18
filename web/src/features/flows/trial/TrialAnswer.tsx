import { TriangleAlert } from "lucide-react";
import type { PreviewStep } from "@/api/drafts";
import { i18n } from "@/i18n/i18n";
import { listed } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import { announce } from "@/ui/designer/announce";
import { Person } from "@/ui/Person";
import { placeText, problemText } from "@/ui/problem_text";
import { useValueWords } from "@/ui/value_text";
import { useBranchReason } from "./branch_reason";
import styles from "./TrialPanel.module.css";
import { TrialStepper } from "./TrialStepper";
import type { Trial } from "./trial";
import { wayInto } from "./trial_path";

interface TrialAnswerProps {
  trial: Trial;
  flow: FlowDefinition;
  form: FormDefinition;
  onStep: (node: string) => void;
}

/** In words where we have some; the server's own word otherwise. */
function word(list: "why" | "warning", code: string): string {
  const key = `trial.${list}.${code}`;
  return i18n.exists(key, { ns: "flows" }) ? String(i18n.t(key as never, { ns: "flows" } as never)) : code;
}

/** The steps in the order they would open, with who gets them and why. */
export function TrialAnswer({ trial, flow, form, onStep }: TrialAnswerProps) {
  const { t } = useTranslation("flows");
  const { answer, error, at } = trial;
  const { nameOf } = useValueWords();
  const reason = useBranchReason(flow, form, trial.values);
  if (error) return <p className={styles.trouble}>{problemText(error).title}</p>;
  if (!answer) return null;
  const errors = answer.problems.filter(({ severity }) => severity === "error");
  if (errors.length) {
    return (
      <div className={styles.trouble}>
        <p>{t("trial.broken")}</p>
        <ul>
          {errors.map((problem) => (
            <li key={`${problem.place}.${problem.code}`}>{placeText(problem)}</li>
          ))}
        </ul>
      </div>
    );
  }
  const { steps, path_edges } = answer;
  const reasons = ({ node }: PreviewStep) =>
    wayInto(flow, path_edges, steps, node).map(reason).filter(Boolean).reverse();
  const go = (to: number | null) => {
    trial.stand(to);
    const step = to === null ? undefined : steps[to];
    if (!step || to === null) return announce(t("trial.all", { count: steps.length }));
    onStep(step.node);
    const who = listed(step.people.map(({ user }) => nameOf(user))) || t("trial.noOne");
    announce([t("trial.said", { number: to + 1, name: step.name, who }), ...reasons(step)].join(t("trial.stop")));
  };
  if (steps.length === 0) return <p className={styles.note}>{t("trial.nobody")}</p>;
  return (
    <>
      <TrialStepper at={at} count={steps.length} onGo={go} />
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step may come twice
          <li key={index} className={styles.step} aria-current={index === at ? "step" : undefined}>
            {reasons(step).map((why) => (
              <p key={why} className={styles.because}>
                {why}
              </p>
            ))}
            <button type="button" className={styles.name} onClick={() => go(index)}>
              <span className={styles.number}>{index + 1}</span>
              {step.name}
              <span className={styles.kind}>{t(`node:kind.${step.kind}.label` as never)}</span>
            </button>
            <Chosen step={step} />
            <Because step={step} form={form} />
            {step.warnings.map((warning) => (
              <p key={warning} className={styles.warning}>
                <TriangleAlert size={14} />
                {word("warning", warning)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

/** People by the reason that found them. */
function Chosen({ step }: { step: PreviewStep }) {
  const { t } = useTranslation("flows");
  const reasons = [...new Set(step.people.map(({ why }) => why))];
  if (reasons.length === 0) return <p className={styles.note}>{t("trial.noOne")}</p>;
  return reasons.map((why) => (
    <div key={why} className={styles.chosen}>
      <span className={styles.why}>{word("why", why)}</span>
      {step.people
        .filter((person) => person.why === why)
        .map(({ user }) => (
          <Person key={user} id={user} size={20} />
        ))}
    </div>
  ));
}

function Because({ step, form }: { step: PreviewStep; form: FormDefinition }) {
  const { t } = useTranslation(["flows", "common"]);
  const fields = step.depends_on ?? [];
  if (fields.length === 0) return null;
  const labels = fields.map((id) => form.fields.find((field) => field.id === id)?.label ?? id);
  return <p className={styles.note}>{t("trial.dependsOn", { fields: listed(labels) })}</p>;
}
