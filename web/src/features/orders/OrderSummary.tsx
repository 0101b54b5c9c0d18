import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import type { OrderPage, Task } from "@/model/order";
import { useFormat } from "@/ui/format";
import { Person } from "@/ui/Person";
import { useDepartment } from "@/ui/people";
import { StateTag } from "@/ui/StateTag";
import styles from "./orders.module.css";

const OPEN = new Set(["open", "offered", "waiting"]);

/** Who started it, where it rests, with whom, and until when. */
export function OrderSummary({ order }: { order: OrderPage }) {
  const { t } = useTranslation("orders");
  const format = useFormat();
  const department = useDepartment(order.department);
  const open = order.tasks.filter(({ state }) => OPEN.has(state));
  const submitted = order.submitted_at ?? null;
  return (
    <section className={styles.card} aria-label={t("summary")}>
      <dl className={styles.facts}>
        <Fact label={t("initiator")}>
          <Person id={order.initiator} />
        </Fact>
        {department && <Fact label={t("department")}>{department.name}</Fact>}
        <Fact label={submitted === null ? t("createdAt") : t("submittedAt")}>
          {format.dateTime(submitted ?? order.created_at)}
        </Fact>
        {order.ended_at && <Fact label={t("endedAt")}>{format.dateTime(order.ended_at)}</Fact>}
        {order.ended_at && submitted !== null && (
          <Fact label={t("took")}>{format.span(order.ended_at - submitted)}</Fact>
        )}
        {order.result && <Fact label={t("result")}>{order.result}</Fact>}
      </dl>
      {open.length > 0 && (
        <ul className={styles.tasks} aria-label={t("now")}>
          {open.map((task) => (
            <OpenTask key={task.id} task={task} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function OpenTask({ task }: { task: Task }) {
  const { t } = useTranslation("orders");
  const format = useFormat();
  const holder = task.actor ?? task.principal;
  const people = holder ? [holder] : task.candidates;
  return (
    <li className={styles.task}>
      <StateTag tone={task.state === "waiting" ? "neutral" : "active"}>{task.node_name}</StateTag>
      <span className={styles.people}>
        {people.map((id) => (
          <Person key={id} id={id} size={20} />
        ))}
        {!holder && <span className={styles.faint}>{t("toClaim")}</span>}
        {task.state === "waiting" && <span className={styles.faint}>{t("waiting")}</span>}
      </span>
      <span className={styles.faint}>{t("since", { span: format.span(Date.now() - task.opened_at) })}</span>
      {task.due_at && (
        <StateTag tone={task.overdue ? "danger" : "neutral"} bare>
          {task.overdue
            ? t("overdueBy", { span: format.span(Date.now() - task.due_at) })
            : t("due", { at: format.dateTime(task.due_at) })}
        </StateTag>
      )}
    </li>
  );
}
