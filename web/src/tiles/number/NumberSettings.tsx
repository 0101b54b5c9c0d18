import type { TileSettingsProps } from "../registry";
import { type QueryPart, QuerySettings } from "../settings/QuerySettings";

const PARTS: readonly QueryPart[] = ["target", "color"];

export default function NumberSettings({ chart, onChange, ...rest }: TileSettingsProps<"number">) {
  return (
    <QuerySettings
      {...rest}
      chart={chart}
      parts={PARTS}
      onChange={(changed, group) => onChange({ ...changed, kind: "number" }, group)}
    />
  );
}
