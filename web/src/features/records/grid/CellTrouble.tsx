import { Button } from "antd";
import { AlertTriangle, ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { type ColumnWords, useColumnWords } from "@/ui/column_words";
import { useFormat } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import { usePerson } from "@/ui/people";
import { placeText, problemText } from "@/ui/problem_text";
import styles from "./cell.module.css";
import { type Cells, type Mark, troubled } from "./cells";

/** Cells that were not saved, one at a time: what happened, who was first, and the ways out. */
export function CellTrouble({ cells, definition }: { cells: Cells; definition: FormDefinition }) {
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const marks = useStore(cells.store, (state) => state.marks);
  const [at, setAt] = useState(0);
  const list = troubled(marks);
  const mark = list[Math.min(at, list.length - 1)];
  return (
    <div aria-live="assertive">
      {mark && (
        <div className={styles.trouble}>
          <AlertTriangle size={16} className={styles.troubleIcon} aria-hidden="true" />
          <p className={styles.troubleText}>
            <Sentence mark={mark} words={words} />
          </p>
          <Button size="small" type="primary" onClick={() => void cells.again(mark)}>
            {t(mark.outcome.state === "conflict" ? "grid.useMine" : "grid.retry")}
          </Button>
          <Button size="small" onClick={() => cells.drop(mark)}>
            {t(mark.outcome.state === "conflict" ? "grid.keepTheirs" : "grid.discard")}
          </Button>
          {list.length > 1 && (
            <>
              <IconButton
                label={t("previous")}
                icon={<ChevronLeft size={16} />}
                isDisabled={at <= 0}
                onClick={() => setAt(at - 1)}
              />
              <span className={styles.troubleCount}>
                {t("grid.troubleAt", { at: Math.min(at + 1, list.length), total: list.length })}
              </span>
              <IconButton
                label={t("next")}
                icon={<ChevronRight size={16} />}
                isDisabled={at >= list.length - 1}
                onClick={() => setAt(at + 1)}
              />
            </>
          )}
        </div>
      )}
    </div>
  );
}

function Sentence({ mark: { change, outcome }, words }: { mark: Mark; words: ColumnWords }) {
  const { t } = useTranslation("records");
  const format = useFormat();
  const person = usePerson(outcome.state === "conflict" ? outcome.by : null);
  const column = { field: change.field.id };
  const shown = (value: Mark["change"]["after"]) => words.text(column, value) || t("grid.emptyCell");
  if (outcome.state === "conflict") {
    return t("grid.conflict", {
      person: person?.name ?? t("grid.somebody"),
      time: outcome.at === null ? "" : format.dateTime(outcome.at),
      column: change.field.label,
      theirs: shown(outcome.theirs),
      mine: shown(change.after),
    });
  }
  if (outcome.state !== "error") return null;
  const { problem, error } = outcome;
  const { title, remedy } = problemText(error);
  return t("grid.failed", {
    column: change.field.label,
    mine: shown(change.after),
    reason: problem ? `${words.label({ field: problem.place })}: ${placeText(problem)}` : `${title}. ${remedy}`,
  });
}
