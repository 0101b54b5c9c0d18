import { Image } from "antd";
import { previewAddress, thumbnailAddress } from "@/api/files";
import styles from "./attachment.module.css";
import { type PieceProps, Remove } from "./parts";

/** A thumbnail that opens large. */
export default function PictureTile({ file, order, onRemove }: PieceProps) {
  return (
    <span className={styles.tile}>
      <Image
        width={88}
        height={88}
        alt={file.name}
        src={thumbnailAddress(file.id, order)}
        preview={{ src: previewAddress(file.id, order) }}
      />
      {onRemove && <Remove name={file.name} onRemove={onRemove} />}
    </span>
  );
}
