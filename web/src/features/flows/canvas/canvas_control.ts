// What tools and keys ask of the canvas: look there, show everything, zoom.

import { type FitViewOptions, type Node, useReactFlow } from "@xyflow/react";
import { type Ref, useImperativeHandle } from "react";
import type { Point } from "@/model/edit/flow";
import type { Box } from "@/nodes/drawing/boxes";
import type { Drawing } from "@/nodes/drawing/drawing";
import { calmly } from "@/ui/motion";

export interface CanvasControl {
  /** Brings a step or line into the middle. */
  center: (place: string) => void;
  fit: () => void;
  zoom: (to: "in" | "out" | "full") => void;
  /** The window over the drawing, by so many pixels. */
  pan: (x: number, y: number) => void;
  /** Of a point of the screen. */
  pointAt: (x: number, y: number) => Point;
}

const boxOfItem = (item: Node | undefined): Box | undefined =>
  item && { ...item.position, width: item.width ?? 0, height: item.height ?? 0 };

/** In a slim window an open pane lies over the canvas: what is shown keeps clear of it. */
function roomAround(): NonNullable<FitViewOptions["padding"]> {
  const drawer = document.querySelector<HTMLElement>("aside[data-drawer=true]");
  if (!drawer) return EDGE;
  const covered = `${drawer.offsetWidth + 24}px` as const;
  const sides = drawer.dataset.side === "palette" ? { left: covered, right: EDGE } : { left: EDGE, right: covered };
  return { y: EDGE, ...sides };
}

const EDGE = 0.12;
const CALM_MS = 200;
const READABLE = 0.8;

export function useCanvasControl(control: Ref<CanvasControl> | undefined, drawing: Drawing): void {
  const canvas = useReactFlow();
  useImperativeHandle(control, () => ({
    center: (place) => {
      const [list, id = ""] = place.split(/\.(.*)/s);
      const box = drawing.boxes.get(id) ?? boxOfItem(canvas.getNode(place));
      const middle = drawing.lines.get(id)?.middle;
      const at = list === "edges" ? middle : box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      if (at)
        void canvas.setCenter(at.x, at.y, { zoom: Math.max(canvas.getZoom(), READABLE), duration: calmly(CALM_MS) });
    },
    fit: () => void canvas.fitView({ padding: roomAround(), maxZoom: 1, duration: calmly(CALM_MS) }),
    zoom: (to) => {
      if (to === "full") void canvas.zoomTo(1, { duration: calmly(CALM_MS) });
      else void (to === "in" ? canvas.zoomIn : canvas.zoomOut)({ duration: calmly(CALM_MS) });
    },
    pan: (x, y) => {
      const view = canvas.getViewport();
      void canvas.setViewport({ ...view, x: view.x - x, y: view.y - y });
    },
    pointAt: (x, y) => canvas.screenToFlowPosition({ x, y }),
  }));
}
