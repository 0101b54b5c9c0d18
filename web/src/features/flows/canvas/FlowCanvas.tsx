import "@xyflow/react/dist/base.css";
import {
  Background,
  BackgroundVariant,
  type Edge as CanvasEdge,
  type EdgeChange,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  useKeyPress,
} from "@xyflow/react";
import { type Ref, useMemo, useRef, useState } from "react";
import { applyFlow, type Places } from "@/model/edit/flow";
import { arrange } from "@/nodes/drawing/arrange";
import { drawingOf } from "@/nodes/drawing/drawing";
import { useIsWhole } from "@/ui/designer/whole";
import { columnOf, nextSelection, placeOnCanvas } from "../edits/selection";
import { AwayStep } from "./AwayStep";
import { CanvasMap } from "./CanvasMap";
import { type CanvasScene, SceneContext } from "./canvas_context";
import { type CanvasControl, useCanvasControl } from "./canvas_control";
import { canvasEdges, canvasNodes, canvasNotes, canvasPhases, shownEdges, shownNodes } from "./canvas_items";
import styles from "./FlowCanvas.module.css";
import { useGlide } from "./glide";
import { NoteOnCanvas, PhaseOnCanvas } from "./LateCards";
import { LineMiddles } from "./LineMiddles";
import { useReveal } from "./reveal";
import { StepCard } from "./StepCard";
import { StepLine } from "./StepLine";
import { type Ties, useTying } from "./tying";

export interface FlowCanvasProps extends Ties {
  /** Kept the same while nothing in it changes: every card reads it. */
  scene: CanvasScene;
  selection: readonly string[];
  onSelect: (places: readonly string[]) => void;
  onMove: (places: Places) => void;
  control?: Ref<CanvasControl>;
}

const NODE_TYPES = { step: StepCard, note: NoteOnCanvas, phase: PhaseOnCanvas };
const LINE_TYPES = { line: StepLine };
const NO_LINES: CanvasEdge[] = [];
/** With a click: one more beside the others, or one less. */
const MORE_KEYS = ["Shift", "Control", "Meta"];

export function FlowCanvas(props: FlowCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ scene, selection, onSelect, onMove, control, ...ties }: FlowCanvasProps) {
  const { flow, isReadOnly, aside } = scene;
  const [moved, setMoved] = useState<Places | null>(null);
  const live = useMemo(() => (moved ? applyFlow(flow, { kind: "place", places: moved }).doc : flow), [flow, moved]);
  const arrangement = useMemo(() => arrange(flow), [flow]);
  const drawing = useMemo(() => drawingOf(live, arrangement), [live, arrangement]);
  const chosen = useMemo(() => new Set(selection), [selection]);
  const nodes = useMemo(() => {
    const isFixed = (place: string) => isReadOnly || aside.locked.includes(place);
    const steps = canvasNodes(live, chosen, isReadOnly, isFixed);
    const notes = canvasNotes(live, moved, chosen, isFixed);
    return shownNodes([...canvasPhases(live, chosen), ...steps, ...notes], aside.hidden);
  }, [live, moved, chosen, isReadOnly, aside]);
  const edges = useMemo(
    () => shownEdges(canvasEdges(live, drawing, chosen, isReadOnly), aside.hidden),
    [live, drawing, chosen, isReadOnly, aside],
  );
  // Steps first: lines and their words follow.
  const isWhole = useIsWhole();
  // One click tells of steps and of lines one after the other, before anything renders.
  const latest = useRef(selection);
  latest.current = selection;
  // What is hidden is none of the library's, which would never let go of it.
  const seen = () => latest.current.filter((place) => !aside.hidden.includes(place));
  const choose = (list: "nodes" | "edges", changes: readonly (NodeChange | EdgeChange)[]) => {
    const next = nextSelection(seen(), list, changes);
    if (!next) return;
    latest.current = next;
    onSelect(next);
  };

  useCanvasControl(control, drawing);
  useReveal(flow, selection);
  useGlide(flow, live);
  // Shift draws a frame on the bare canvas alone: as the canvas's own key it would take the click on a step as well.
  const isFraming = useKeyPress("Shift");
  const tying = useTying(flow, scene.pick, ties);

  return (
    <SceneContext value={scene}>
      <ReactFlow
        className={styles.canvas ?? ""}
        nodes={nodes}
        edges={isWhole ? edges : NO_LINES}
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
        onPaneClick={() => seen().length < selection.length && onSelect(seen())}
        {...tying}
        onFocus={({ target }) => {
          const node = target.matches(".react-flow__node:focus-visible") && target.getAttribute("data-id");
          if (node) onSelect([placeOnCanvas(node)]);
        }}
        multiSelectionKeyCode={MORE_KEYS}
        selectionKeyCode={null}
        selectionOnDrag={isFraming}
        panOnDrag={!isFraming}
        deleteKeyCode={null}
        disableKeyboardA11y
        edgesFocusable
        elevateEdgesOnSelect
        nodeDragThreshold={4}
        connectionRadius={40}
        snapToGrid
        snapGrid={[4, 4]}
        panOnScroll
        minZoom={0.2}
        maxZoom={1.6}
        fitView
        fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
        nodesConnectable={!isReadOnly}
      >
        {isWhole && <LineMiddles edges={edges} />}
        <AwayStep flow={live} selection={selection} />
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--line)" />
        {isWhole && <CanvasMap flow={flow} />}
      </ReactFlow>
    </SceneContext>
  );
}
