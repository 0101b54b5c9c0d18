import { FILES_PER_FIELD_MAX } from "../attachment/accept";
import type { SettingsProps } from "../registry";
import { IntegerRow, SwitchRow } from "../settings/SettingRows";

export default function ImageSettings({ control, problems, onChange }: SettingsProps<"image">) {
  return (
    <>
      <IntegerRow
        name="max_files"
        value={control.max_files}
        standard={9}
        min={1}
        max={FILES_PER_FIELD_MAX}
        problems={problems}
        onChange={(max_files) => onChange({ ...control, max_files }, "max_files")}
      />
      <SwitchRow
        name="camera_only"
        value={control.camera_only}
        standard={false}
        problems={problems}
        onChange={(camera_only) => onChange({ ...control, camera_only })}
      />
      <SwitchRow
        name="watermark"
        value={control.watermark}
        standard={false}
        problems={problems}
        onChange={(watermark) => onChange({ ...control, watermark })}
      />
    </>
  );
}
