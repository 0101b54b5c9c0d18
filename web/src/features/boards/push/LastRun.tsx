import type { PushRun } from "@/api/pushes";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { StateTag, type Tone } from "@/ui/StateTag";
import styles from "./push.module.css";

const TONES: Record<PushRun["state"], Tone> = { sent: "success", waiting: "info", failed: "danger" };

/** What became of the last one; a failure says why. */
export function LastRun({ run, owner }: { run: PushRun; owner: string }) {
  const { t } = useTranslation("push");
  const format = useFormat();
  const { at, state, why, error, next_at } = run;
  const because = why ? t(`why.${why}`, { who: owner }) : error;
  return (
    <>
      <StateTag tone={TONES[state]} bare>
        {t(`last.${state}`, { at: format.dateTime(at) })}
      </StateTag>
      {because && <small className={styles.bad}>{because}</small>}
      {state === "waiting" && error && next_at && <small>{t("again", { at: format.dateTime(next_at) })}</small>}
    </>
  );
}
