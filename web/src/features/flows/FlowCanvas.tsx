import "@xyflow/react/dist/base.css";
import {
  Background,
  BackgroundVariant,
  type EdgeChange,
  MiniMap,
  type NodeChange,
  type OnConnectEnd,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { type Ref, useImperativeHandle, useMemo, useRef, useState } from "react";
import { applyFlow, type Places, type Point } from "@/model/edit/flow";
import { cannotConnect } from "@/model/edit/flow_plan";
import { frameOf } from "@/nodes/drawing/boxes";
import { drawingOf } from "@/nodes/drawing/drawing";
import { useIsNarrow } from "@/ui/viewport";
import { type CanvasScene, SceneContext } from "./canvas_context";
import { canvasEdges, canvasNodes } from "./canvas_items";
import styles from "./FlowCanvas.module.css";
import { StepCard } from "./StepCard";
import { StepLine } from "./StepLine";
import { columnOf, nextSelection } from "./selection";

export interface CanvasControl {
  /** Brings a step or line into the middle. */
  center: (place: string) => void;
  fit: () => void;
  zoom: (to: "in" | "out" | "full") => void;
  /** Of a point of the screen. */
  pointAt: (x: number, y: number) => Point;
}

export interface FlowCanvasProps extends Omit<CanvasScene, "drawing"> {
  selection: readonly string[];
  onSelect: (places: readonly string[]) => void;
  onMove: (places: Places) => void;
  onConnect: (from: string, to: string) => void;
  onReconnect: (edge: string, from: string, to: string) => void;
  control?: Ref<CanvasControl>;
}

const NODE_TYPES = { step: StepCard };
const LINE_TYPES = { line: StepLine };
const CALM_MS = 200;

export function FlowCanvas(props: FlowCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ selection, onSelect, onMove, onConnect, onReconnect, control, ...scene }: FlowCanvasProps) {
  const { flow, isReadOnly } = scene;
  const [moved, setMoved] = useState<Places | null>(null);
  const isNarrow = useIsNarrow();
  const live = useMemo(() => (moved ? applyFlow(flow, { kind: "place", places: moved }).doc : flow), [flow, moved]);
  const drawing = useMemo(() => drawingOf(live), [live]);
  const chosen = useMemo(() => new Set(selection), [selection]);
  const nodes = useMemo(() => canvasNodes(live, chosen, isReadOnly), [live, chosen, isReadOnly]);
  const edges = useMemo(() => canvasEdges(live, chosen, isReadOnly), [live, chosen, isReadOnly]);
  const canvas = useReactFlow();
  // One click tells of steps and of lines one after the other, before anything renders.
  const latest = useRef(selection);
  latest.current = selection;
  const choose = (list: "nodes" | "edges", changes: readonly (NodeChange | EdgeChange)[]) => {
    const next = nextSelection(latest.current, list, changes);
    if (!next) return;
    latest.current = next;
    onSelect(next);
  };

  useImperativeHandle(control, () => ({
    center: (place) => {
      const [list, id = ""] = place.split(/\.(.*)/s);
      const box = drawing.boxes.get(id);
      const middle = drawing.lines.get(id)?.middle;
      const at = list === "edges" ? middle : box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      if (at) void canvas.setCenter(at.x, at.y, { zoom: Math.max(canvas.getZoom(), 0.8), duration: CALM_MS });
    },
    fit: () => void canvas.fitView({ padding: 0.12, maxZoom: 1, duration: CALM_MS }),
    zoom: (to) => {
      if (to === "full") void canvas.zoomTo(1, { duration: CALM_MS });
      else void (to === "in" ? canvas.zoomIn : canvas.zoomOut)({ duration: CALM_MS });
    },
    pointAt: (x, y) => canvas.screenToFlowPosition({ x, y }),
  }));

  const onConnectEnd: OnConnectEnd = (event, { isValid, fromNode }) => {
    if (isValid || !fromNode) return;
    const { clientX: x, clientY: y } =
      "changedTouches" in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
    const under = document.elementFromPoint(x, y)?.closest<HTMLElement>(".react-flow__node")?.dataset.id;
    if (under && under !== fromNode.id) onConnect(fromNode.id, under);
    else if (!under) scene.pick({ after: fromNode.id }, { x, y });
  };

  return (
    <SceneContext value={{ ...scene, drawing }}>
      <ReactFlow
        className={styles.canvas ?? ""}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={LINE_TYPES}
        onNodesChange={(changes) => {
          choose("nodes", changes);
          const dragged = columnOf(flow, changes);
          if (dragged) setMoved({ ...moved, ...dragged });
        }}
        onEdgesChange={(changes) => choose("edges", changes)}
        onNodeDragStop={() => {
          if (moved) onMove(moved);
          setMoved(null);
        }}
        isValidConnection={({ source, target }) => cannotConnect(flow, source, target) === null}
        onConnect={({ source, target }) => onConnect(source, target)}
        onConnectEnd={onConnectEnd}
        onReconnect={(edge, { source, target }) => onReconnect(edge.id, source, target)}
        deleteKeyCode={null}
        disableKeyboardA11y
        edgesFocusable
        nodeDragThreshold={4}
        connectionRadius={40}
        snapToGrid
        snapGrid={[4, 4]}
        minZoom={0.2}
        maxZoom={1.6}
        fitView
        fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
        nodesConnectable={!isReadOnly}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--line)" />
        {!isNarrow && frameOf(flow.nodes).height > 900 && (
          <MiniMap
            pannable
            zoomable
            className={styles.map ?? ""}
            nodeColor="var(--line-strong)"
            nodeBorderRadius={12}
          />
        )}
      </ReactFlow>
    </SceneContext>
  );
}
