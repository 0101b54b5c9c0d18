import type { TileSettingsProps } from "../registry";
import { type QueryPart, QuerySettings } from "../settings/QuerySettings";

const PARTS: readonly QueryPart[] = ["dimension", "splitIfAny", "order", "top", "target", "color"];

export default function LineSettings({ chart, onChange, ...rest }: TileSettingsProps<"line">) {
  return (
    <QuerySettings
      {...rest}
      chart={chart}
      parts={PARTS}
      onChange={(changed, group) => onChange({ ...changed, kind: "line" }, group)}
    />
  );
}
