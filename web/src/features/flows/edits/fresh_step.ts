// New steps are named after their kind, and numbered when the name is taken.

import type { TFunction } from "i18next";
import type { Fresh } from "@/model/edit/flow_plan";
import { nodeType } from "@/nodes/table";
import type { FlowStore } from "./draft_session";

export function freshStep(store: FlowStore, t: TFunction<"node">): Fresh {
  return (kind, flow = store.getState().history.doc) => {
    const stem = t(`kind.${kind}.label`);
    const taken = new Set(flow.nodes.map(({ name }) => name));
    let name = stem;
    for (let number = 2; taken.has(name); number++) name = `${stem} ${number}`;
    return { name, step: nodeType(kind).step() };
  };
}
