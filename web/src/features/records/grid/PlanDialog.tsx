import { Button, Modal } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { ColumnWords } from "@/ui/column_words";
import { useFormat } from "@/ui/format";
import { ProgressBar } from "@/ui/ProgressBar";
import { toast } from "@/ui/toast";
import type { Cells } from "./cells";
import type { Change } from "./change";
import { PlanList } from "./PlanList";
import type { Plan } from "./plan";
import styles from "./plan.module.css";

export interface PlanDialogProps {
  plan: Plan;
  words: ColumnWords;
  cells: Cells;
  onHold: (isHeld: boolean) => void;
  onClose: () => void;
}

type Stage =
  | { at: "asked" }
  | { at: "saving"; done: number; total: number; since: number }
  | { at: "over"; left: readonly Change[] };

/** How often the bar moves. */
const MOVED_MS = 100;

/** Before many cells change: which, which cannot and why. Then how far it is, and what could not be saved. */
export function PlanDialog({ plan, words, cells, onHold, onClose }: PlanDialogProps) {
  const { t } = useTranslation("records");
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const [stage, setStage] = useState<Stage>({ at: "asked" });
  const stop = useRef<AbortController | null>(null);

  const save = async (changes: readonly Change[]) => {
    const abort = new AbortController();
    stop.current = abort;
    const since = performance.now();
    let shown = since;
    setStage({ at: "saving", done: 0, total: changes.length, since });
    onHold(true);
    const outcomes = await cells.write(changes, abort.signal, (done) => {
      const now = performance.now();
      if (now - shown < MOVED_MS) return;
      shown = now;
      setStage({ at: "saving", done, total: changes.length, since });
    });
    onHold(false);
    const left = changes.filter((_, at) => outcomes[at]?.state !== "ok");
    const saved = changes.length - left.length;
    if (left.length > 0) setStage({ at: "over", left });
    else onClose();
    if (saved > 0) toast.undo(t("grid.saved", { count: saved }), () => void cells.undo());
  };
  const count = plan.changes.length;
  const number = format.number;
  const footer = {
    asked: (
      <>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
        <Button type="primary" autoFocus disabled={count === 0} onClick={() => void save(plan.changes)}>
          {t("grid.saveCells", { count, total: number(count) })}
        </Button>
      </>
    ),
    saving: null,
    over: (
      <>
        <Button onClick={onClose}>{tCommon("close")}</Button>
        <Button type="primary" onClick={() => stage.at === "over" && void save(stage.left)}>
          {t("grid.retryLeft", { count: stage.at === "over" ? stage.left.length : 0 })}
        </Button>
      </>
    ),
  }[stage.at];
  return (
    <Modal
      open
      width={760}
      title={t(stage.at === "over" ? "grid.notAll" : "grid.preview")}
      footer={footer}
      closable={stage.at !== "saving"}
      mask={{ closable: false }}
      keyboard={stage.at !== "saving"}
      onCancel={onClose}
    >
      {stage.at === "saving" ? (
        <div className={styles.saving}>
          <ProgressBar
            label={t("grid.saving")}
            done={stage.done}
            total={stage.total}
            onCancel={() => stop.current?.abort()}
          />
          <p className={styles.hint}>
            {remaining(stage) !== null && t("grid.remaining", { span: format.span(remaining(stage) ?? 0) })}
          </p>
        </div>
      ) : (
        <>
          {stage.at === "asked" && (plan.lost.rows > 0 || plan.lost.columns > 0) && (
            <p className={styles.lost}>
              {t("grid.lost", { rows: number(plan.lost.rows), columns: number(plan.lost.columns) })}
            </p>
          )}
          <PlanList plan={plan} left={stage.at === "over" ? stage.left : null} words={words} cells={cells} />
        </>
      )}
    </Modal>
  );
}

/** Milliseconds to go, once there is something to reckon with. */
function remaining({ done, total, since }: { done: number; total: number; since: number }): number | null {
  return done < 20 ? null : ((performance.now() - since) / done) * (total - done);
}
