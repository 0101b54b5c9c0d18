// What of the flow is locked for whoever edits it, by the places that the selection uses. Asked before anything is done to it. What
// a deed elsewhere brings about is no deed on it: in a drawing that stands in order a locked step moves on as the others do.

import { notePlace, phasePlace } from "@/model/canvas";
import type { FlowChange } from "@/model/edit/flow";
import { edgePlace, nodePlace } from "@/model/edit/flow_plan";
import type { FlowDefinition } from "@/model/flow";
import { thingsAt } from "./selection";

function placesOf(change: FlowChange): string[] {
  switch (change.kind) {
    case "put_node":
      return [nodePlace(change.node.id)];
    case "drop_node":
      return [nodePlace(change.id)];
    case "put_edge":
      return [edgePlace(change.edge.id)];
    case "drop_edge":
      return [edgePlace(change.id)];
    case "put_note":
      return [notePlace(change.note.id)];
    case "drop_note":
      return [notePlace(change.id)];
    case "put_phase":
      return [phasePlace(change.phase.id)];
    case "drop_phase":
      return [phasePlace(change.id)];
    case "place":
      return Object.keys(change.places).map(nodePlace);
  }
}

/** Whether the flow has what is kept under this name. */
export const isThere = (flow: FlowDefinition, place: string): boolean =>
  Object.values(thingsAt(flow, [place])).some((things) => things.length > 0);

/** The first thing that these changes would change although it is locked. */
export const lockAmong = (locked: readonly string[], changes: readonly FlowChange[]): string | null =>
  locked.length === 0 ? null : (changes.flatMap(placesOf).find((place) => locked.includes(place)) ?? null);

/** Whether a lock is in the way, which is then said. */
export type IsRefused = (changes: readonly FlowChange[]) => boolean;
