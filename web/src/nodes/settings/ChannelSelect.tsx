import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { channelsQuery } from "@/api/channels";
import { useTranslation } from "@/i18n/words";
import { PropertyRow } from "@/ui/designer/PropertyRow";

interface ChannelSelectProps {
  channel: string | null | undefined;
  onChange: (channel: string | null) => void;
}

/** A way to tell people besides the app itself. Designers who may not list channels keep what is set. */
export function ChannelSelect({ channel, onChange }: ChannelSelectProps) {
  const { t } = useTranslation("node");
  const { data, isError } = useQuery({ ...channelsQuery, retry: false });
  const known = data ?? [];
  const lost = channel && !known.some(({ id }) => id === channel) ? [{ id: channel, name: t("channel.other") }] : [];
  if (isError && !channel) return null;
  return (
    <PropertyRow label={t("channel.label")} help={t("channel.help")}>
      {(id) => (
        <Select
          id={id}
          value={channel ?? ""}
          onChange={(next) => onChange(next || null)}
          options={[
            { value: "", label: t("channel.app") },
            ...[...known, ...lost].map((one) => ({ value: one.id, label: t("channel.also", { name: one.name }) })),
          ]}
        />
      )}
    </PropertyRow>
  );
}
