import { FlowCanvas, type FlowCanvasProps } from "./FlowCanvas";

const nothing = () => undefined;

/** A drawing to look at: it pans and zooms, and nothing in it can be chosen or moved. */
export function StillCanvas({ scene }: Pick<FlowCanvasProps, "scene">) {
  return (
    <FlowCanvas
      scene={scene}
      selection={[]}
      onSelect={nothing}
      onMove={nothing}
      onConnect={nothing}
      onReconnect={nothing}
    />
  );
}
