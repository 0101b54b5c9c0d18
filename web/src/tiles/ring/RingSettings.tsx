import type { TileSettingsProps } from "../registry";
import { type QueryPart, QuerySettings } from "../settings/QuerySettings";

const PARTS: readonly QueryPart[] = ["dimension", "order", "top"];

export default function RingSettings({ chart, onChange, ...rest }: TileSettingsProps<"ring">) {
  return (
    <QuerySettings
      {...rest}
      chart={chart}
      parts={PARTS}
      onChange={(changed, group) => onChange({ ...changed, kind: "ring" }, group)}
    />
  );
}
