import { MiniMap } from "@xyflow/react";
import type { FlowDefinition } from "@/model/flow";
import { frameOf } from "@/nodes/drawing/boxes";
import { useIsNarrow } from "@/ui/viewport";
import styles from "./FlowCanvas.module.css";

const TALL = 900;

/** The whole drawing in a corner, once it is taller than a window and there is room for it. */
export function CanvasMap({ flow }: { flow: FlowDefinition }) {
  const isNarrow = useIsNarrow();
  if (isNarrow || frameOf(flow.nodes).height <= TALL) return null;
  return (
    <MiniMap
      pannable
      zoomable
      className={styles.map ?? ""}
      nodeColor={({ type }) => (type === "phase" ? "transparent" : "var(--line-strong)")}
      nodeBorderRadius={12}
    />
  );
}
