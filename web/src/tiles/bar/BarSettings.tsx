import type { TileSettingsProps } from "../registry";
import { type QueryPart, QuerySettings } from "../settings/QuerySettings";

const PARTS: readonly QueryPart[] = ["dimension", "order", "top", "target", "color"];

export default function BarSettings({ chart, onChange, ...rest }: TileSettingsProps<"bar">) {
  return (
    <QuerySettings
      {...rest}
      chart={chart}
      parts={PARTS}
      onChange={(changed, group) => onChange({ ...changed, kind: "bar" }, group)}
    />
  );
}
