import { Radio, Skeleton } from "antd";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import { PlainButton } from "@/ui/PlainButton";
import { useProblemText } from "@/ui/problem_text";
import { MigrationReport } from "./MigrationReport";
import styles from "./MigrationReport.module.css";
import { countOf, type MigrationPlan } from "./migration";

interface OrdersUnderWayProps {
  plan: MigrationPlan;
  drawing: FlowDefinition;
  takesOver: boolean;
  onChoose: (takesOver: boolean) => void;
}

/** What becomes of the orders that are on their way when the drawing is published. Without any, nothing is asked. */
export function OrdersUnderWay({ plan, drawing, takesOver, onChoose }: OrdersUnderWayProps) {
  const { t } = useTranslation("flows");
  const { data: rehearsal, error, refetch } = plan.query;
  const { title } = useProblemText(error);
  if (error)
    return (
      <p className={styles.failed} role="alert">
        {t("migration.unknown", { why: title })}
        <PlainButton size="small" isBusy={plan.isLooking} onClick={() => void refetch()}>
          {t("retry", { ns: "common" })}
        </PlainButton>
      </p>
    );
  if (!rehearsal) return <Skeleton active title={false} paragraph={{ rows: 2 }} className={styles.choice} />;
  const count = countOf(rehearsal) + rehearsal.left_off;
  if (count === 0) return null;
  return (
    <div className={styles.choice}>
      <Radio.Group
        vertical
        aria-label={t("migration.label")}
        value={takesOver}
        onChange={({ target }) => onChoose(target.value === true)}
        options={[
          { value: false, label: t("migration.stay", { count }) },
          { value: true, label: t("migration.move", { count: rehearsal.movable.length }) },
        ]}
      />
      {takesOver && <MigrationReport plan={plan} rehearsal={rehearsal} target={drawing} />}
    </div>
  );
}
