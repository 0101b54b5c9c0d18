import type { ReactNode } from "react";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { ProgressBar } from "@/ui/ProgressBar";
import type { Upload } from "@/ui/uploads/book";
import { totalOf } from "@/ui/uploads/total";
import { goOn, pause } from "@/ui/uploads/uploads";
import styles from "./upload.module.css";

const MINUTE_MS = 60_000;

interface UploadTotalProps {
  uploads: readonly Upload[];
  /** Below that many the files tell enough by themselves. */
  from?: number;
  /** Beside the button for all. */
  children?: ReactNode;
}

/** Several files at once: how far all of them are, how long the rest takes, and one button for all. */
export function UploadTotal({ uploads, from = 2, children }: UploadTotalProps) {
  const { t } = useTranslation("field");
  const { t: tShell } = useTranslation("shell");
  const format = useFormat();
  const { going, paused, done, bytes, left } = totalOf(uploads, Date.now());
  const count = going.length + paused.length;
  if (count < from) return null;
  const isPaused = going.length === 0;
  const isOffline = going.every(({ standing }) => standing.is === "waiting" && standing.why === "offline");
  const word = isPaused ? "totalPaused" : isOffline ? "totalOffline" : "total";
  return (
    <div className={styles.total}>
      <ProgressBar label={t(`upload.${word}`, { count })} done={done} total={bytes} unit="bytes" />
      <span className={styles.totalTools}>
        {children}
        <span>
          {left !== null && (left < MINUTE_MS ? tShell("jobs.soon") : tShell("jobs.left", { span: format.span(left) }))}
        </span>
        <button
          type="button"
          className={styles.all}
          onClick={() => {
            for (const { id } of isPaused ? paused : going) (isPaused ? goOn : pause)(id);
          }}
        >
          {t(isPaused ? "upload.resumeAll" : "upload.pauseAll")}
        </button>
      </span>
    </div>
  );
}
