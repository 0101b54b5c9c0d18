import { Image } from "lucide-react";
import { lazy } from "react";
import { listed } from "@/i18n/joined";
import { AttachmentCell } from "../attachment/AttachmentCell";
import { checkFiles, filesOf, IMAGE_MEDIA } from "../attachment/accept";
import type { FieldType } from "../registry";

export const image: FieldType<"image"> = {
  kind: "image",
  icon: Image,
  group: "media",
  settings: () => ({ kind: "image", max_files: 9, camera_only: false, watermark: false }),
  span: 12,
  isTyped: true,
  Edit: lazy(() => import("./ImageEdit")),
  Read: lazy(() => import("../attachment/AttachmentRead")),
  Cell: AttachmentCell,
  Settings: lazy(() => import("./ImageSettings")),
  toText: (value) => listed(filesOf(value).map(({ name }) => name)),
  check: (value, { max_files }, place) =>
    checkFiles(value, max_files, place, ({ media }) => !IMAGE_MEDIA.includes(media)),
};
