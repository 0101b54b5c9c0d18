import type { TileSettingsProps } from "../registry";
import { type QueryPart, QuerySettings } from "../settings/QuerySettings";

const PARTS: readonly QueryPart[] = ["dimension", "split", "order", "top", "target"];

export default function StackedBarSettings({ chart, onChange, ...rest }: TileSettingsProps<"stacked_bar">) {
  return (
    <QuerySettings
      {...rest}
      chart={chart}
      parts={PARTS}
      onChange={(changed, group) => onChange({ ...changed, kind: "stacked_bar" }, group)}
    />
  );
}
