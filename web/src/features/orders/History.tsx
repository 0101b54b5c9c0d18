import { lazy, Suspense } from "react";
import { previewAddress } from "@/api/files";
import { useTranslation } from "@/i18n/words";
import type { OrderPage } from "@/model/order";
import { useFormat } from "@/ui/format";
import { usePaper } from "@/ui/paper";
import { usePerson } from "@/ui/people";
import { Timeline, type TimelineEntry } from "@/ui/Timeline";
import { UserAvatar } from "@/ui/UserAvatar";
import { toneOf, useHistoryWords } from "./history_words";
import styles from "./orders.module.css";
import signed from "./signature.module.css";

const Attachments = lazy(() => import("@/fields/attachment/AttachmentRead"));

/** Shorter than this nobody asks how long it took. */
const MINUTE_MS = 60_000;

/** Who did what and when, how long it took, and why a branch was taken. Newest last, as it was told. */
export function History({ order }: { order: OrderPage }) {
  const { t } = useTranslation("orders");
  const format = useFormat();
  // "Two hours ago" is not so for long on paper.
  const when = usePaper(({ isPrinting }) => isPrinting) ? format.dateTime : format.ago;
  const { title, reasons, nameOf } = useHistoryWords(order.definition);
  const entries = order.history.map((entry, index): TimelineEntry => {
    const why = reasons(entry);
    const files = entry.data?.files ?? [];
    const signature = entry.data?.signature;
    const took = entry.ms && entry.ms >= MINUTE_MS ? format.span(entry.ms) : null;
    const hasBody =
      Boolean(entry.text) || why.length > 0 || took !== null || files.length > 0 || signature !== undefined;
    return {
      id: `${entry.at}-${index}`,
      tone: toneOf(entry),
      ...(entry.by && { mark: <Face id={entry.by} /> }),
      title: title(entry),
      at: <span title={format.dateTime(entry.at)}>{when(entry.at)}</span>,
      ...(hasBody && {
        body: (
          <>
            {entry.text && <p className={styles.said}>{entry.text}</p>}
            {files.length > 0 && (
              <div className={styles.came}>
                <Suspense>
                  <Attachments value={files} order={order.id} />
                </Suspense>
              </div>
            )}
            {signature && (
              <img
                className={signed.signature}
                src={previewAddress(signature.id, order.id)}
                alt={t("signature.of", { who: nameOf(entry.by) })}
              />
            )}
            {why.map((line) => (
              <p key={line} className={styles.faint}>
                {line}
              </p>
            ))}
            {took && <p className={styles.faint}>{t("history.after", { span: took })}</p>}
          </>
        ),
      }),
    };
  });
  return <Timeline entries={entries} label={t("history.title")} />;
}

function Face({ id }: { id: string }) {
  const person = usePerson(id);
  return <UserAvatar name={person?.name ?? "…"} size={24} />;
}
