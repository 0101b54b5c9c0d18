import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/session";
import { useFormat } from "@/ui/format";
import { AttachmentEdit } from "../attachment/AttachmentEdit";
import { filesOf, IMAGE_MEDIA } from "../attachment/accept";
import type { EditProps } from "../registry";
import { marked } from "./watermark";

export default function ImageEdit({ field, value, onBlur: _onBlur, ...rest }: EditProps<"image">) {
  const { max_files, camera_only, watermark } = field.control;
  const format = useFormat();
  const { data: me } = useQuery(sessionQuery);
  // The file's own time: of a photo just taken it is now, of one from the album it is when it was taken.
  const mark = (file: File) => marked(file, [`${format.dateTime(file.lastModified)} ${me?.user.name ?? ""}`.trim()]);
  return (
    <AttachmentEdit
      {...rest}
      field={field.id}
      {...(watermark && { prepare: mark })}
      look="pictures"
      accept={IMAGE_MEDIA.join(",")}
      isCameraOnly={camera_only}
      isRefused={({ type }) => !IMAGE_MEDIA.includes(type)}
      files={filesOf(value)}
      max={max_files}
    />
  );
}
