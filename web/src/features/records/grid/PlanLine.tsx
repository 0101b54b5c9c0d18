import { AlertTriangle, ArrowRight } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { columnKey } from "@/model/report";
import type { ColumnWords } from "@/ui/column_words";
import { usePerson } from "@/ui/people";
import { placeText, problemText } from "@/ui/problem_text";
import type { Mark } from "./cells";
import type { PlannedCell, Verdict } from "./plan";
import styles from "./plan.module.css";

export interface PlanLineProps {
  cell: PlannedCell;
  words: ColumnWords;
  /** The saving is over and this one was not saved. */
  isAfter: boolean;
  mark: Mark | undefined;
}

/** One cell: where it is, what it holds and will hold, and why not. */
export function PlanLine({ cell: { at, row, lane, text, verdict }, words, isAfter, mark }: PlanLineProps) {
  const { t } = useTranslation("records");
  const before = verdict.kind === "change" ? verdict.change.before : row.values[columnKey(lane.column)];
  const after = verdict.kind === "change" ? words.text(lane.column, verdict.change.after) : text;
  return (
    <>
      <span className={styles.where}>
        <span className={styles.row}>{at + 1}</span>
        <span className={styles.title}>{words.text("title", row.values.title) || words.label(lane.column)}</span>
      </span>
      <span className={styles.column}>{words.label(lane.column)}</span>
      <span className={styles.what}>
        <span className={styles.before}>{words.text(lane.column, before) || t("grid.emptyCell")}</span>
        <ArrowRight size={12} aria-hidden="true" />
        <span className={styles.after}>{after || t("grid.emptyCell")}</span>
      </span>
      {verdict.kind === "wrong" && <Reason text={wrongText(verdict, t)} />}
      {isAfter && (mark ? <Failed mark={mark} words={words} /> : <Reason text={t("grid.stopped")} />)}
    </>
  );
}

function Failed({ mark: { outcome }, words }: { mark: Mark; words: ColumnWords }) {
  const { t } = useTranslation("records");
  const person = usePerson(outcome.state === "conflict" ? outcome.by : null);
  if (outcome.state === "conflict")
    return <Reason text={t("grid.conflictShort", { person: person?.name ?? t("grid.somebody") })} />;
  if (outcome.state !== "error") return <Reason text={t("grid.stopped")} />;
  const { problem, error } = outcome;
  return (
    <Reason
      text={problem ? `${words.label({ field: problem.place })}: ${placeText(problem)}` : problemText(error).title}
    />
  );
}

function Reason({ text }: { text: string }) {
  return (
    <span className={styles.reason} title={text}>
      <AlertTriangle size={14} aria-hidden="true" /> {text}
    </span>
  );
}

const wrongText = (verdict: Extract<Verdict, { kind: "wrong" }>, t: (key: never) => string): string =>
  "lock" in verdict ? t(`grid.lock.${verdict.lock}` as never) : placeText(verdict.problem);
