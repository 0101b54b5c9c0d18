import { Link } from "@tanstack/react-router";
import { Select } from "antd";
import type { Rehearsal } from "@/api/migration";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import styles from "./MigrationReport.module.css";
import { countOf, type MigrationPlan, reasonOf, titleOf } from "./migration";

interface MigrationReportProps {
  plan: MigrationPlan;
  rehearsal: Rehearsal;
  /** The drawing they would go on by. */
  target: FlowDefinition;
}

/** How many can go on by the new drawing, who stays and why, and for steps that are gone: which one takes their place. */
export function MigrationReport({ plan, rehearsal, target }: MigrationReportProps) {
  const { t } = useTranslation("flows");
  const { gone, succeed } = plan;
  const { movable, staying, staying_count, left_off } = rehearsal;
  const people = target.nodes.filter(({ step }) => step.kind === "handle" || step.kind === "approve");
  const steps = people.map(({ id, name }) => ({ value: id, label: name || id }));
  return (
    <div className={styles.report} aria-busy={plan.isLooking}>
      <p role="status">{t("migration.summary", { count: movable.length, total: countOf(rehearsal) })}</p>
      {Object.entries(gone).map(([id, { name, step }]) => (
        <label key={id} className={styles.successor}>
          <span>{t("migration.successor", { step: name })}</span>
          <Select
            aria-label={t("migration.successor", { step: name })}
            placeholder={t("migration.noSuccessor")}
            allowClear
            options={steps}
            value={step}
            onChange={(chosen: string | undefined) => succeed(id, { name, step: chosen ?? null })}
          />
        </label>
      ))}
      {staying_count > 0 && (
        <>
          <p>{t("migration.staying", { count: staying_count })}</p>
          <ul className={styles.staying}>
            {staying.map((one) => (
              <li key={one.order}>
                {one.title === null ? (
                  <span className={styles.unseen}>{titleOf(one)}</span>
                ) : (
                  <Link to="/orders/$id" params={{ id: one.order }} target="_blank">
                    {titleOf(one)}
                  </Link>
                )}
                <span className={styles.reason}>{reasonOf(one.problems)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {left_off > 0 && <p className={styles.reason}>{t("migration.leftOff", { count: left_off })}</p>}
    </div>
  );
}
