import { CloudOff, RotateCcw } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { goOn } from "@/ui/uploads/uploads";
import type { UploadRowProps } from "./UploadRow";
import styles from "./upload.module.css";

/** How far it is, or why it is no further and what to do. */
export function UploadStanding(props: UploadRowProps) {
  const { t } = useTranslation("field");
  const { upload, look } = props;
  const { id, name, bytes, sent, standing } = upload;
  if (standing.is === "failed") {
    return (
      <>
        <Why text={standing.why || t("upload.failed")} />
        {!standing.isFinal && <Again word={t("upload.retry")} onClick={() => goOn(id)} />}
      </>
    );
  }
  if (standing.is === "missing") return <Missing {...props} isChanged={standing.isChanged} />;
  const isUnfinished = standing.is === "going" || standing.is === "waiting" || standing.is === "paused";
  return (
    <>
      {isUnfinished && (
        <progress
          className={styles.progress}
          value={sent}
          max={Math.max(bytes, 1)}
          aria-label={t("upload.progress", { name })}
        />
      )}
      {isUnfinished && (look === "files" || standing.is === "going") && <HowFar {...props} />}
      {standing.is === "waiting" && (
        // It goes on by itself; whoever does not want to wait for that presses it.
        <button type="button" className={styles.waits} title={t("upload.goesOn")} onClick={() => goOn(id)}>
          <CloudOff size={14} aria-hidden="true" />
          <span role="status">{t(`upload.${standing.why}`)}</span>
        </button>
      )}
      {standing.is !== "waiting" && standing.is !== "going" && t(`upload.${standing.is}`)}
    </>
  );
}

/** A picture's place has no room for two numbers. */
function HowFar({ upload: { sent, bytes }, look }: UploadRowProps) {
  const { t } = useTranslation("field");
  const format = useFormat();
  const done = t("upload.count", { done: format.bytes(sent), total: format.bytes(bytes) });
  const share = format.number(sent / Math.max(bytes, 1), { style: "percent" });
  return <span title={done}>{look === "files" ? done : share}</span>;
}

function Missing({ upload, accept, onChoose, isChanged }: UploadRowProps & { isChanged: boolean }) {
  const { t } = useTranslation("field");
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Why text={t(isChanged ? "upload.changed" : "upload.missing", { size: format.bytes(upload.bytes) })} />
      {onChoose && (
        <>
          <Again word={t("upload.choose")} onClick={() => input.current?.click()} />
          <input
            ref={input}
            type="file"
            hidden
            tabIndex={-1}
            accept={accept}
            onChange={({ target: { files } }) => files?.[0] && onChoose(files[0])}
          />
        </>
      )}
    </>
  );
}

function Again({ word, onClick }: { word: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.again} onClick={onClick}>
      <RotateCcw size={14} aria-hidden="true" /> {word}
    </button>
  );
}

function Why({ text }: { text: string }) {
  return (
    <span role="alert" className={styles.why} title={text}>
      {text}
    </span>
  );
}
