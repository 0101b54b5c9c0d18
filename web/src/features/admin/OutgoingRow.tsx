import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { boardOf } from "@/api/notices";
import { type Outgoing, type OutgoingState, resendOutgoing } from "@/api/outbox";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { Person } from "@/ui/Person";
import { StateTag, type Tone } from "@/ui/StateTag";
import { toast } from "@/ui/toast";
import styles from "./admin.module.css";

const TONES: Record<OutgoingState, Tone> = { waiting: "info", parked: "danger", delivered: "success" };
const PEOPLE_MAX = 4;

/** One message: what it says, to whom, how often it was tried, and why it is not there yet. */
export function OutgoingRow({ outgoing, onResent }: { outgoing: Outgoing; onResent: () => void }) {
  const { t } = useTranslation("admin");
  const { t: word } = useTranslation("notice");
  const format = useFormat();
  const resend = useMutation({
    mutationFn: () => resendOutgoing(outgoing.id),
    onSuccess: () => {
      toast.success(t("outbox.resent"));
      onResent();
    },
    onError: toast.problem,
  });
  const when = {
    waiting: outgoing.next_at ? t("outbox.nextAt", { at: format.dateTime(outgoing.next_at) }) : "",
    parked: outgoing.at ? t("outbox.parkedAt", { at: format.dateTime(outgoing.at) }) : "",
    delivered: outgoing.at ? t("outbox.deliveredAt", { at: format.dateTime(outgoing.at) }) : "",
  }[outgoing.state];
  const { subject: about, order } = outgoing;
  const subject =
    typeof about === "string" ? word(`subject.${about}`, { who: word("clock"), node: "" }) : word("boardPushed");
  const board = boardOf(about);
  const title = outgoing.title || t("outbox.untitled");
  return (
    <li className={styles.row}>
      <div className={styles.rowWords}>
        <span className={styles.line}>
          <StateTag tone={TONES[outgoing.state]}>{t(`outbox.${outgoing.state}`)}</StateTag>
          {order && (
            <Link to="/orders/$id" params={{ id: order }} className={styles.title}>
              {title}
            </Link>
          )}
          {board && (
            <Link to="/apps/$app/boards/$board" params={board} className={styles.title}>
              {title}
            </Link>
          )}
        </span>
        <small>
          {[
            subject.replace(/[:：\s]+$/, ""),
            outgoing.channel_name,
            t("outbox.attempts", { count: outgoing.attempts }),
            when,
          ]
            .filter(Boolean)
            .join(" · ")}
        </small>
        {outgoing.last_error && <small className={styles.bad}>{outgoing.last_error}</small>}
        <span className={styles.people}>
          {outgoing.recipients.slice(0, PEOPLE_MAX).map((id) => (
            <Person key={id} id={id} size={20} />
          ))}
          {outgoing.recipients.length > PEOPLE_MAX && `+${outgoing.recipients.length - PEOPLE_MAX}`}
        </span>
      </div>
      {outgoing.state !== "delivered" && (
        <Button loading={resend.isPending} onClick={() => resend.mutate()}>
          {t(outgoing.state === "parked" ? "outbox.resend" : "outbox.now")}
        </Button>
      )}
    </li>
  );
}
