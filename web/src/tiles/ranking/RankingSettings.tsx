import type { TileSettingsProps } from "../registry";
import { type QueryPart, QuerySettings } from "../settings/QuerySettings";

const PARTS: readonly QueryPart[] = ["dimension", "order", "top", "color"];

export default function RankingSettings({ chart, onChange, ...rest }: TileSettingsProps<"ranking">) {
  return (
    <QuerySettings
      {...rest}
      chart={chart}
      parts={PARTS}
      onChange={(changed, group) => onChange({ ...changed, kind: "ranking" }, group)}
    />
  );
}
