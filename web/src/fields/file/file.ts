import { Paperclip } from "lucide-react";
import { lazy } from "react";
import { listed } from "@/i18n/joined";
import { AttachmentCell } from "../attachment/AttachmentCell";
import { checkFiles, extensionOf, extensionsOf, filesOf } from "../attachment/accept";
import type { FieldType } from "../registry";

export const file: FieldType<"file"> = {
  kind: "file",
  icon: Paperclip,
  group: "media",
  settings: () => ({ kind: "file", max_files: 9, extensions: [] }),
  span: 12,
  isTyped: true,
  Edit: lazy(() => import("./FileEdit")),
  Read: lazy(() => import("../attachment/AttachmentRead")),
  Cell: AttachmentCell,
  Settings: lazy(() => import("./FileSettings")),
  toText: (value) => listed(filesOf(value).map(({ name }) => name)),
  check: (value, control, place) =>
    checkFiles(value, control.max_files, place, ({ name }) => !extensionsOf(control).includes(extensionOf(name))),
};
