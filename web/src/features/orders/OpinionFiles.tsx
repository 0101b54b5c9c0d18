import { useContext, useId } from "react";
import { AttachmentEdit } from "@/fields/attachment/AttachmentEdit";
import { extensionOf, HOUSE_EXTENSIONS, OPINION_FILES_MAX } from "@/fields/attachment/accept";
import { useTranslation } from "@/i18n/words";
import type { FileValue } from "@/model/value";
import { UploadGoal } from "@/ui/uploads/goal";

export interface OpinionFilesProps {
  /** Where they are kept until they are sent. */
  place: string;
  /** What they come with: a decision as its button says it, or a comment. */
  what: string;
  files: readonly FileValue[];
  onChange: (files: readonly FileValue[]) => void;
}

/** A phone offers its camera for pictures. */
const ACCEPT = ["image/*", ...HOUSE_EXTENSIONS.map((extension) => `.${extension}`)].join(",");

/** Files and photos that come with a decision or a comment. */
export default function OpinionFiles({ place, what, files, onChange }: OpinionFilesProps) {
  const { t } = useTranslation("orders");
  const order = useContext(UploadGoal);
  const id = useId();
  return (
    <UploadGoal value={order && { ...order, key: place, title: `${order.title} · ${what}` }}>
      <span id={`${id}-label`} hidden>
        {t("opinionFiles")}
      </span>
      <AttachmentEdit
        id={id}
        field="files"
        look="files"
        accept={ACCEPT}
        isRefused={({ name }) => !HOUSE_EXTENSIONS.includes(extensionOf(name))}
        files={files}
        max={OPINION_FILES_MAX}
        order={undefined}
        isInvalid={false}
        describedBy={undefined}
        onChange={(chosen) => onChange(chosen ?? [])}
      />
    </UploadGoal>
  );
}
