import { Camera, ImagePlus, Paperclip } from "lucide-react";
import { type DragEvent, lazy, Suspense, useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { FileValue } from "@/model/value";
import { useFormat } from "@/ui/format";
import { toast } from "@/ui/toast";
import { FILE_BYTES_MAX } from "./accept";
import styles from "./attachment.module.css";
import { FileRow } from "./parts";
import { shrunk } from "./shrink";
import { UploadRow } from "./UploadRow";
import { UploadTotal } from "./UploadTotal";
import { useUploads } from "./use_uploads";

/** With the viewer that opens it large, which a list of names does without. */
const PictureTile = lazy(() => import("./PictureTile"));

export interface AttachmentEditProps {
  id: string;
  /** Which field of the draft, the order or the opinion it is. */
  field: string;
  look: "pictures" | "files";
  /** For the browser's dialog: `image/*`, `.pdf,.docx`. */
  accept: string;
  isCameraOnly?: boolean;
  isRefused: (file: File) => boolean;
  /** Before a file travels; left out: photos are made smaller. */
  prepare?: (file: File) => Promise<File>;
  files: readonly FileValue[];
  max: number;
  order: string | undefined;
  isInvalid: boolean;
  describedBy: string | undefined;
  onChange: (files: FileValue[] | null) => void;
}

/** Pick, drop or paste; every file has its own progress, and a failure keeps the others. */
export function AttachmentEdit({ id, field, look, files, max, order, onChange, ...rest }: AttachmentEditProps) {
  const { t } = useTranslation("field");
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { uploads, add, choose } = useUploads(field, files, onChange, rest.prepare ?? shrunk);
  const left = max - files.length - uploads.filter(({ standing }) => standing.is !== "failed").length;

  const take = (list: FileList | null | undefined) => {
    const chosen = Array.from(list ?? []);
    const fit = chosen.filter((file) => {
      if (file.size === 0) toast.info(t("upload.empty", { name: file.name }));
      else if (rest.isRefused(file)) toast.info(t("upload.refused", { name: file.name }));
      else if (file.size <= FILE_BYTES_MAX) return true;
      else toast.info(t("upload.tooLarge", { name: file.name, size: format.bytes(FILE_BYTES_MAX) }));
      return false;
    });
    if (fit.length > left) toast.info(t("upload.tooMany", { max }));
    add(fit.slice(0, Math.max(left, 0)));
    if (input.current) input.current.value = "";
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!rest.isCameraOnly) take(event.dataTransfer.files);
  };
  const remove = (gone: string) => {
    const kept = files.filter((file) => file.id !== gone);
    onChange(kept.length > 0 ? kept : null);
  };
  const Icon = look === "files" ? Paperclip : rest.isCameraOnly ? Camera : ImagePlus;
  const word = look === "files" ? "file" : rest.isCameraOnly ? "camera" : "image";
  const Piece = look === "files" ? FileRow : PictureTile;
  return (
    <fieldset
      className={styles[look]}
      data-over={isOver}
      data-invalid={rest.isInvalid}
      aria-labelledby={`${id}-label`}
      aria-describedby={rest.describedBy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      onPaste={(event) => take(event.clipboardData.files)}
    >
      {files.map((file) => (
        <Suspense key={file.id} fallback={<span className={styles.tile} />}>
          <Piece file={file} order={order} onRemove={() => remove(file.id)} />
        </Suspense>
      ))}
      {uploads.map((upload) => (
        <UploadRow
          key={upload.id}
          upload={upload}
          look={look}
          accept={rest.accept}
          onChoose={(file) => choose(upload.id, file)}
        />
      ))}
      {left > 0 && (
        <button type="button" id={id} className={styles.add} onClick={() => input.current?.click()}>
          <Icon size={20} />
          <span>{t(`upload.${word}`)}</span>
        </button>
      )}
      <UploadTotal uploads={uploads} />
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        accept={rest.accept}
        multiple={max > 1}
        {...(rest.isCameraOnly && { capture: "environment" as const })}
        onChange={(event) => take(event.target.files)}
      />
    </fieldset>
  );
}
