import { AttachmentEdit } from "../attachment/AttachmentEdit";
import { extensionOf, extensionsOf, filesOf } from "../attachment/accept";
import type { EditProps } from "../registry";

export default function FileEdit({ field, value, onBlur: _onBlur, ...rest }: EditProps<"file">) {
  const extensions = extensionsOf(field.control);
  return (
    <AttachmentEdit
      {...rest}
      field={field.id}
      look="files"
      accept={extensions.map((extension) => `.${extension}`).join(",")}
      isRefused={({ name }) => !extensions.includes(extensionOf(name))}
      files={filesOf(value)}
      max={field.control.max_files}
    />
  );
}
