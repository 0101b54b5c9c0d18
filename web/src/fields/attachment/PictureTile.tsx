import { Image } from "antd";
import { FileImage } from "lucide-react";
import { useState } from "react";
import { fileAddress, previewAddress, thumbnailAddress } from "@/api/files";
import styles from "./attachment.module.css";
import { type PieceProps, Remove } from "./parts";

/** A thumbnail that opens large; where the server could not make one, the name, which downloads it. */
export default function PictureTile({ file, order, onRemove }: PieceProps) {
  const [isBroken, setBroken] = useState(false);
  return (
    <span className={styles.tile}>
      {isBroken ? (
        <a className={styles.broken} href={fileAddress(file.id, order)} download={file.name} title={file.name}>
          <FileImage size={20} className={styles.icon} aria-hidden="true" />
          <span className={styles.caption}>{file.name}</span>
        </a>
      ) : (
        <Image
          width={88}
          height={88}
          alt={file.name}
          src={thumbnailAddress(file.id, order)}
          preview={{ src: previewAddress(file.id, order) }}
          onError={() => setBroken(true)}
        />
      )}
      {onRemove && <Remove name={file.name} onRemove={onRemove} />}
    </span>
  );
}
