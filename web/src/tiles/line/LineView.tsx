import { GroupCanvas } from "../chart/GroupCanvas";
import { lineOption } from "../chart/lines";
import type { TileViewProps } from "../registry";

export default function LineView(props: TileViewProps<"line">) {
  return <GroupCanvas {...props} draw={lineOption} />;
}
