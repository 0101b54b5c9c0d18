import { FileText, X } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { fileAddress, isKeptHere } from "@/api/files";
import { useTranslation } from "@/i18n/words";
import type { FileValue } from "@/model/value";
import { cx } from "@/ui/cx";
import { useFormat } from "@/ui/format";
import styles from "./attachment.module.css";
import { previewOf } from "./preview";

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
