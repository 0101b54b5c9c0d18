import { Paperclip } from "lucide-react";
import type { FieldKind } from "@/model/form";
import type { ReadProps } from "../registry";
import { filesOf } from "./accept";
import styles from "./attachment.module.css";

/** In a list only how many there are. */
export function AttachmentCell({ value }: Omit<ReadProps<FieldKind>, "field">) {
  const files = filesOf(value);
  return (
    <span className={styles.cell} title={files.map(({ name }) => name).join("\n")}>
      <Paperclip size={14} /> {files.length}
    </span>
  );
}
