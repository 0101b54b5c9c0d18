import { useVirtualizer } from "@tanstack/react-virtual";
import { Segmented } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { ColumnWords } from "@/ui/column_words";
import { useFormat } from "@/ui/format";
import type { Cells, Mark } from "./cells";
import type { Change } from "./change";
import { PlanLine } from "./PlanLine";
import type { Plan, PlannedCell } from "./plan";
import styles from "./plan.module.css";

export interface PlanListProps {
  plan: Plan;
  /** Afterwards: what could not be saved; `null` before. */
  left: readonly Change[] | null;
  words: ColumnWords;
  cells: Cells;
}

const LINE_HEIGHT = 44;

/** Ten thousand lines at most, of which only those in view exist. What is wrong comes first. */
export function PlanList({ plan, left, words, cells }: PlanListProps) {
  const { t } = useTranslation("records");
  const format = useFormat();
  const [part, setPart] = useState<"wrong" | "change">(plan.wrong.length > 0 ? "wrong" : "change");
  const box = useRef<HTMLDivElement>(null);
  const changed = plan.cells.filter(({ verdict }) => verdict.kind === "change");
  const failed = left && new Set(left);
  const shown = failed
    ? changed.filter(({ verdict }) => verdict.kind === "change" && failed.has(verdict.change))
    : part === "wrong"
      ? plan.wrong
      : changed;
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
    useFlushSync: false,
  });
  const count = (key: "change" | "wrong", cells: number) => ({
    value: key,
    label: t(`grid.part.${key}`, { count: cells, total: format.number(cells) }),
    disabled: cells === 0,
  });
  return (
    <>
      {!failed && (
        <div className={styles.parts}>
          <Segmented
            aria-label={t("grid.preview")}
            value={part}
            onChange={setPart}
            options={[count("change", changed.length), count("wrong", plan.wrong.length)]}
          />
          {plan.same > 0 && (
            <span className={styles.hint}>{t("grid.same", { count: plan.same, total: format.number(plan.same) })}</span>
          )}
        </div>
      )}
      {!failed && plan.wrong.length > 0 && <p className={styles.hint}>{t("grid.wrongStay")}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keyboard */}
      <section ref={box} className={styles.list} tabIndex={0} aria-label={t("grid.preview")}>
        <ol className={styles.lines} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const cell = shown[index];
            return (
              cell && (
                <li
                  key={index}
                  className={styles.line}
                  style={{ height: LINE_HEIGHT, transform: `translateY(${start}px)` }}
                >
                  <PlanLine
                    cell={cell}
                    words={words}
                    isAfter={failed !== null}
                    mark={failed ? markOf(cells, cell) : undefined}
                  />
                </li>
              )
            );
          })}
        </ol>
      </section>
    </>
  );
}

const markOf = (cells: Cells, { row, verdict }: PlannedCell): Mark | undefined =>
  verdict.kind === "change"
    ? cells.store.getState().marks.get(row.id)?.[`field:${verdict.change.field.id}`]
    : undefined;
