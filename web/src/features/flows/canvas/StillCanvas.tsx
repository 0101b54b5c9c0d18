import { FlowCanvas, type FlowCanvasProps } from "./FlowCanvas";

const nothing = () => undefined;

/** A drawing to look at: it pans and zooms, and nothing in it can be chosen or moved. */
export function StillCanvas({ scene, control }: Pick<FlowCanvasProps, "scene" | "control">) {
  return (
    <FlowCanvas
      scene={scene}
      {...(control && { control })}
      selection={[]}
      onSelect={nothing}
      onMove={nothing}
      onConnect={nothing}
      onReconnect={nothing}
    />
  );
}
