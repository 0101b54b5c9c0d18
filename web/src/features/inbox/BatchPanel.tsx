import { Link } from "@tanstack/react-router";
import { Alert, Button, Input } from "antd";
import { Check, X } from "lucide-react";
import { useRef } from "react";
import type { TaskItem } from "@/api/inbox";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import { useKept } from "@/ui/kept";
import { PhraseRow } from "@/ui/PhraseRow";
import { useShortcuts } from "@/ui/shortcuts";
import { amountText, totalsOf } from "./amount";
import styles from "./BatchPanel.module.css";
import { approveBatch, useBatch } from "./batch";
import { isAlike, rowKey, unsigned } from "./selection";

/** One opinion for several tasks of one step. What failed stays, with its reason. */
export function BatchPanel({ items, onClear }: { items: readonly TaskItem[]; onClear: () => void }) {
  const { t } = useTranslation("inbox");
  const [comment, setComment] = useKept("opinion.batch");
  const field = useRef<HTMLTextAreaElement>(null);
  const format = useFormat();
  const { failures } = useBatch();
  const totals = totalsOf(unsigned(items));
  const alike = isAlike(items);
  const sendable = unsigned(items);
  const left = items.length - sendable.length;
  const canRun = alike && sendable.length > 0;
  const failed = items.filter((item) => failures.has(rowKey(item))).length;
  const run = () => {
    if (!canRun) return;
    // The errands carry the opinion from here on; whoever takes them back has it again.
    approveBatch(sendable, comment, () => setComment(comment));
    setComment("");
  };
  useShortcuts(t("batch.title"), [
    { keys: "a", label: t("batch.approve", { count: sendable.length }), run, isOff: !canRun },
    { keys: "c", label: t("batch.comment"), run: () => field.current?.focus() },
  ]);
  return (
    <section className={styles.panel} aria-label={t("batch.title")}>
      <header className={styles.head}>
        <h2 className={styles.title}>{t("batch.picked", { count: items.length })}</h2>
        <IconButton label={t("batch.clear")} icon={<X size={18} />} onClick={onClear} />
      </header>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={rowKey(item)} className={styles.item}>
            <Link className={styles.name} to="/orders/$id" params={{ id: item.order }}>
              {item.title || t("untitled", { form: item.form_name })}
            </Link>
            {failures.get(rowKey(item)) && <span className={styles.failure}>{failures.get(rowKey(item))}</span>}
          </li>
        ))}
      </ul>
      {totals.length > 0 && (
        <p className={styles.total}>
          <span>{t("batch.total")}</span>
          <strong>{totals.map((total) => amountText(format, total)).join(" + ")}</strong>
        </p>
      )}
      {!alike && <Alert type="info" showIcon title={t("batch.unlike")} />}
      {alike && left > 0 && <Alert type="info" showIcon title={t("batch.signed", { count: left })} />}
      {failed > 0 && <Alert type="warning" showIcon title={t("batch.partly", { count: failed })} />}
      <Input.TextArea
        ref={(element) => {
          field.current = element?.resizableTextArea?.textArea ?? null;
        }}
        rows={3}
        value={comment}
        disabled={!canRun}
        placeholder={t("batch.comment")}
        aria-label={t("batch.comment")}
        onChange={({ target }) => setComment(target.value)}
      />
      {canRun && <PhraseRow verb="approve" text={comment} onChange={setComment} />}
      <div className={styles.foot}>
        <Button onClick={onClear}>{t("batch.clear")}</Button>
        <Button type="primary" icon={<Check size={16} />} disabled={!canRun} onClick={run}>
          {failed > 0 ? t("batch.retry") : t("batch.approve", { count: sendable.length })}
        </Button>
      </div>
    </section>
  );
}
