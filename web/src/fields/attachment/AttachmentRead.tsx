import { Image } from "antd";
import type { FieldKind } from "@/model/form";
import type { ReadProps } from "../registry";
import { filesOf } from "./accept";
import styles from "./attachment.module.css";
import PictureTile from "./PictureTile";
import { FileRow } from "./parts";
import { isPicture } from "./preview";

/** Pictures as a strip that opens large, everything else by name. */
export default function AttachmentRead({ value, order }: Omit<ReadProps<FieldKind>, "field">) {
  const files = filesOf(value);
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  return (
    <>
      {pictures.length > 0 && (
        <div className={styles.pictures}>
          <Image.PreviewGroup>
            {pictures.map((file) => (
              <PictureTile key={file.id} file={file} order={order} />
            ))}
          </Image.PreviewGroup>
        </div>
      )}
      {others.length > 0 && (
        <div className={styles.files}>
          {others.map((file) => (
            <FileRow key={file.id} file={file} order={order} />
          ))}
        </div>
      )}
    </>
  );
}
