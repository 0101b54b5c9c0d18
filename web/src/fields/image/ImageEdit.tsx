import { AttachmentEdit } from "../attachment/AttachmentEdit";
import { filesOf, IMAGE_MEDIA } from "../attachment/accept";
import type { EditProps } from "../registry";

export default function ImageEdit({ field, value, onBlur: _onBlur, ...rest }: EditProps<"image">) {
  const { max_files, camera_only } = field.control;
  return (
    <AttachmentEdit
      {...rest}
      look="pictures"
      accept={IMAGE_MEDIA.join(",")}
      isCameraOnly={camera_only}
      isRefused={({ type }) => !IMAGE_MEDIA.includes(type)}
      files={filesOf(value)}
      max={max_files}
    />
  );
}
