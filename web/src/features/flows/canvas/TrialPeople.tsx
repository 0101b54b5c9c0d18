import { usePerson } from "@/ui/people";
import { UserAvatar } from "@/ui/UserAvatar";
import type { TrialMark } from "./canvas_context";
import styles from "./StepCard.module.css";

const SHOWN_MAX = 3;

/** Who would get the step, on its lower edge. */
export function TrialPeople({ step }: { step: TrialMark }) {
  const more = step.people.length - SHOWN_MAX;
  return (
    <span className={styles.people} data-warning={step.hasWarning}>
      <span className={styles.number}>{step.number}</span>
      {step.people.slice(0, SHOWN_MAX).map((id) => (
        <Face key={id} id={id} />
      ))}
      {more > 0 && `+${more}`}
    </span>
  );
}

function Face({ id }: { id: string }) {
  const user = usePerson(id);
  return <UserAvatar name={user?.name ?? ""} size={18} />;
}
