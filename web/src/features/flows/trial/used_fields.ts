import type { FlowDefinition } from "@/model/flow";
import { mentionsOf } from "@/model/flow_fields";

/** Fields whose values decide the way or the people: a trial run asks for these first. */
export function usedFields(flow: FlowDefinition): ReadonlySet<string> {
  return new Set(mentionsOf(flow).flatMap(({ how, fields }) => (how === "reads" ? fields : [])));
}
