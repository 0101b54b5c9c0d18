import { FileText, RotateCcw, X } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { fileAddress, isKeptHere } from "@/api/files";
import { useTranslation } from "@/i18n/words";
import type { FileValue } from "@/model/value";
import { cx } from "@/ui/cx";
import { useFormat } from "@/ui/format";
import styles from "./attachment.module.css";
import type { Pause } from "./carry";
import { previewOf } from "./preview";
import type { Upload } from "./uploads";

const FilePreview = lazy(() => import("./FilePreview"));

export interface PieceProps {
  file: FileValue;
  order: string | undefined;
  onRemove?: () => void;
}

/** A name that opens what can be looked at, and downloads the rest. */
export function FileRow({ file, order, onRemove }: PieceProps) {
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const kind = isKeptHere(file.id) ? null : previewOf(file);
  return (
    <span className={styles.row}>
      <FileText size={18} className={styles.icon} />
      {kind ? (
        <button type="button" className={cx(styles.name, styles.opens)} title={file.name} onClick={() => setOpen(true)}>
          {file.name}
        </button>
      ) : (
        <a className={styles.name} href={fileAddress(file.id, order)} download={file.name} title={file.name}>
          {file.name}
        </a>
      )}
      <span className={styles.size}>{format.bytes(file.bytes)}</span>
      {onRemove && <Remove name={file.name} onRemove={onRemove} />}
      {kind && isOpen && (
        <Suspense>
          <FilePreview file={file} order={order} kind={kind} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}

export function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation("field");
  return (
    <button type="button" className={styles.remove} aria-label={t("upload.remove", { name })} onClick={onRemove}>
      <X size={14} />
    </button>
  );
}

/** It goes on by itself; whoever does not want to wait for that presses it. */
function Paused({ pause, onGoOn }: { pause: Pause; onGoOn: () => void }) {
  const { t } = useTranslation("field");
  return (
    <button type="button" className={styles.paused} title={t("upload.goesOn")} onClick={onGoOn}>
      <span role="status">{t(`upload.${pause}`)}</span>
    </button>
  );
}

interface UploadRowProps {
  upload: Upload;
  look: "pictures" | "files";
  onRetry: () => void;
  onCancel: () => void;
}

export function UploadRow({ upload, look, onRetry, onCancel }: UploadRowProps) {
  const { t } = useTranslation("field");
  const format = useFormat();
  const { file, sent, pause, failed } = upload;
  const name = file.name;
  const done = t("upload.count", { done: format.bytes(sent), total: format.bytes(file.size) });
  return (
    <span
      className={styles[look === "files" ? "row" : "tile"]}
      data-failed={failed !== undefined}
      data-going={failed === undefined}
    >
      {look === "files" && <span className={styles.name}>{name}</span>}
      {failed === undefined ? (
        <>
          <progress
            className={styles.progress}
            value={sent}
            max={Math.max(file.size, 1)}
            aria-label={t("upload.progress", { name })}
          />
          <span className={styles.size} title={done}>
            {pause ? <Paused pause={pause} onGoOn={onRetry} /> : done}
          </span>
        </>
      ) : (
        <button type="button" className={styles.retry} onClick={onRetry} title={failed}>
          <RotateCcw size={14} /> {t("upload.retry")}
          <span role="alert" className={styles.size}>
            {failed || t("upload.failed")}
          </span>
        </button>
      )}
      <button type="button" className={styles.remove} aria-label={t("upload.cancel", { name })} onClick={onCancel}>
        <X size={14} />
      </button>
    </span>
  );
}
