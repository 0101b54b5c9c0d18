import { Image } from "antd";
import { Paperclip } from "lucide-react";
import { fileAddress, previewAddress, thumbnailAddress } from "@/api/files";
import type { FileValue } from "@/model/value";
import { useFormat } from "@/ui/format";
import styles from "./orders.module.css";

/** Pictures as a strip that opens large, everything else as a link. */
export function Attachments({ files, order }: { files: readonly FileValue[]; order: string }) {
  const format = useFormat();
  const pictures = files.filter(({ media }) => media.startsWith("image/"));
  const others = files.filter(({ media }) => !media.startsWith("image/"));
  return (
    <div className={styles.files}>
      <Image.PreviewGroup>
        {pictures.map(({ id, name }) => (
          <Image
            key={id}
            className={styles.picture}
            width={88}
            height={88}
            alt={name}
            src={thumbnailAddress(id, order)}
            preview={{ src: previewAddress(id, order) }}
          />
        ))}
      </Image.PreviewGroup>
      {others.map(({ id, name, bytes }) => (
        <a key={id} className={styles.file} href={fileAddress(id, order)} download={name}>
          <Paperclip size={16} /> {name} <span className={styles.faint}>{format.bytes(bytes)}</span>
        </a>
      ))}
    </div>
  );
}
