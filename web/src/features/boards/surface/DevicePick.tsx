import { Segmented } from "antd";
import { Monitor, Smartphone } from "lucide-react";
import { useTranslation } from "@/i18n/words";

export type Device = "desktop" | "phone";

/** Whose layout the surface shows. */
export function DevicePick({ device, onChange }: { device: Device; onChange: (device: Device) => void }) {
  const { t } = useTranslation("boards");
  return (
    <Segmented<Device>
      size="small"
      aria-label={t("device.label")}
      value={device}
      onChange={onChange}
      options={[
        { value: "desktop", label: t("device.desktop"), icon: <Monitor size={14} /> },
        { value: "phone", label: t("device.phone"), icon: <Smartphone size={14} /> },
      ]}
    />
  );
}
