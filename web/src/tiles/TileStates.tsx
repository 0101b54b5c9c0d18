import { Button } from "antd";
import { CircleAlert, SearchX } from "lucide-react";
import { ApiProblem } from "@/api/problem";
import { saidOf } from "@/i18n/joined";
import { useTranslation } from "@/i18n/words";
import type { TileKind } from "@/model/report";
import { useProblemText } from "@/ui/problem_text";
import { Bone } from "@/ui/Skeletons";
import styles from "./TileBody.module.css";
import { isFigure } from "./table";

const BARS = ["48%", "72%", "36%", "88%", "60%", "76%", "30%"];
const LINES = ["92%", "78%", "84%", "58%", "66%"];

/** Shaped like the tile that is on its way. */
export function TileBones({ kind }: { kind: TileKind }) {
  return (
    <div className={styles.bones} data-bones aria-hidden="true">
      <Bones kind={kind} />
    </div>
  );
}

function Bones({ kind }: { kind: TileKind }) {
  if (isFigure(kind)) {
    return (
      <>
        <Bone width="46%" height={30} />
        <Bone width="64%" height={10} />
      </>
    );
  }
  if (kind === "ranking" || kind === "table" || kind === "ring") {
    return LINES.map((width) => <Bone key={width} width={width} height={14} />);
  }
  return (
    <div className={styles.bars}>
      {BARS.map((height) => (
        <span key={height} style={{ height }}>
          <Bone height={400} />
        </span>
      ))}
    </div>
  );
}

export function TileBlank({ onClear }: { onClear: (() => void) | undefined }) {
  const { t } = useTranslation("tiles");
  return (
    <div className={styles.state}>
      <SearchX size={22} aria-hidden="true" />
      {t("none")}
      {onClear && (
        <Button size="small" onClick={onClear}>
          {t("clearFilters")}
        </Button>
      )}
    </div>
  );
}

/** Under numbers that are older than they should be. */
export function TileStale({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation("tiles");
  const { t: tCommon } = useTranslation();
  const { title, remedy } = useProblemText(error);
  return (
    <div className={styles.stale} role="status" title={remedy ? saidOf(title, remedy) : title}>
      <CircleAlert size={14} aria-hidden="true" />
      <span>{t("notRenewed")}</span>
      <button type="button" onClick={onRetry}>
        {tCommon("retry")}
      </button>
    </div>
  );
}

export interface TileTroubleProps {
  error: unknown;
  /** There is no room but for the words and what is done about them. */
  isLow?: boolean;
  onRetry: () => void;
}

export function TileTrouble({ error, isLow = false, onRetry }: TileTroubleProps) {
  const { t } = useTranslation();
  const { title, remedy } = useProblemText(error);
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <div className={styles.state} role="alert" title={remedy}>
      {!isLow && <CircleAlert size={22} aria-hidden="true" />}
      <strong>{title}</strong>
      {problem?.status === 403 && <span>{remedy}</span>}
      {!isLow && problem?.request_id && (
        <span className={styles.request}>{t("requestId", { id: problem.request_id })}</span>
      )}
      {problem?.status !== 403 && (
        <Button size="small" onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}
