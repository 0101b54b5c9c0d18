import { barOption } from "../chart/bars";
import { GroupCanvas } from "../chart/GroupCanvas";
import type { TileViewProps } from "../registry";

export default function StackedBarView(props: TileViewProps<"stacked_bar">) {
  return <GroupCanvas {...props} draw={barOption} />;
}
