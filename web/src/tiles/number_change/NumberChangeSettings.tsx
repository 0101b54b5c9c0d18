import type { TileSettingsProps } from "../registry";
import { type QueryPart, QuerySettings } from "../settings/QuerySettings";

const PARTS: readonly QueryPart[] = ["color"];

export default function NumberChangeSettings({ chart, onChange, ...rest }: TileSettingsProps<"number_change">) {
  return (
    <QuerySettings
      {...rest}
      chart={chart}
      parts={PARTS}
      onChange={(changed, group) => onChange({ ...changed, kind: "number_change" }, group)}
    />
  );
}
