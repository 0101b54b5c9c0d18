import { useId } from "react";
import { AttachmentEdit } from "@/fields/attachment/AttachmentEdit";
import { extensionOf, HOUSE_EXTENSIONS, OPINION_FILES_MAX } from "@/fields/attachment/accept";
import { useTranslation } from "@/i18n/words";
import type { FileValue } from "@/model/value";

export interface OpinionFilesProps {
  files: readonly FileValue[];
  onChange: (files: readonly FileValue[]) => void;
}

/** A phone offers its camera for pictures. */
const ACCEPT = ["image/*", ...HOUSE_EXTENSIONS.map((extension) => `.${extension}`)].join(",");

/** Files and photos that come with a decision or a comment. */
export default function OpinionFiles({ files, onChange }: OpinionFilesProps) {
  const { t } = useTranslation("orders");
  const id = useId();
  return (
    <>
      <span id={`${id}-label`} hidden>
        {t("opinionFiles")}
      </span>
      <AttachmentEdit
        id={id}
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
    </>
  );
}
