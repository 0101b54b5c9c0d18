import { barOption } from "../chart/bars";
import { GroupCanvas } from "../chart/GroupCanvas";
import type { TileViewProps } from "../registry";

export default function BarView(props: TileViewProps<"bar">) {
  return <GroupCanvas {...props} draw={barOption} />;
}
