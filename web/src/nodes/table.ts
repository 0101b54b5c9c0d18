// All kinds of node, for the palette, the canvas and the inspector.

import type { ComponentType } from "react";
import type { NodeKind, Step } from "@/model/flow";
import { approve } from "./approve/approve";
import { cc } from "./cc/cc";
import { end } from "./end/end";
import { exclusive } from "./exclusive/exclusive";
import { handle } from "./handle/handle";
import { join } from "./join/join";
import { parallel } from "./parallel/parallel";
import type { NodeType, NodeTypes, StepSummaryProps } from "./registry";
import { start } from "./start/start";
import { update } from "./update/update";

/** In palette order. */
export const NODE_TYPES: NodeTypes = { start, approve, handle, cc, exclusive, parallel, join, update, end };

export const NODE_KINDS = Object.keys(NODE_TYPES) as NodeKind[];

/** A kind whose summary takes any step: the table pairs them by kind. */
export interface AnyNodeType extends Omit<NodeType<NodeKind>, "Summary" | "step"> {
  step: () => Step;
  Summary?: ComponentType<StepSummaryProps<NodeKind>>;
}

export function nodeType(kind: NodeKind): AnyNodeType {
  return NODE_TYPES[kind] as unknown as AnyNodeType;
}
