// Who speaks of a field: formulas of the form itself, steps and lines of its flow, tiles and filters of the app's boards.

import { queryOptions } from "@tanstack/react-query";
import { appsQuery } from "@/api/apps";
import { boardQuery } from "@/api/boards";
import { readDraft } from "@/api/drafts";
import { queryClient } from "@/api/query_client";
import { filtersOn, tilesOn } from "@/model/board_fields";
import { sectionOf } from "@/model/edit/form_plan";
import { usersOf } from "@/model/edit/form_rules";
import type { FlowDefinition } from "@/model/flow";
import { mentionsOf } from "@/model/flow_fields";
import type { FormDefinition } from "@/model/form";

export type Use = { fields: readonly string[]; name: string } & (
  | { where: "formula"; owner: string; property: string }
  | { where: "flow"; place: string; property: string }
  | { where: "board"; board: string }
);

/** What is outside of the form; a board or flow that this person may not see is left out. */
export const usesElsewhereQuery = (app: string, form: string) =>
  queryOptions({
    queryKey: ["forms", "one", form, "uses"],
    queryFn: async ({ signal }): Promise<Use[]> => {
      const apps = await queryClient.fetchQuery(appsQuery);
      const boards = apps.find(({ id }) => id === app)?.boards ?? [];
      const flow = readDraft("flow", form, signal).then(({ definition }) => inFlow(definition));
      const tiles = boards.map(async ({ id, name }) => {
        const { definition } = await queryClient.fetchQuery(boardQuery(id));
        const use = (fields: string[], title = ""): Use => {
          return { where: "board", board: id, name: [name, title].filter(Boolean).join(" · "), fields };
        };
        const filtered = filtersOn(definition, form);
        const found = tilesOn(definition, form).map(({ title, fields }) => use(fields, title));
        return filtered.length > 0 ? [...found, use(filtered)] : found;
      });
      const found = await Promise.allSettled([flow, ...tiles]);
      return found.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
    },
  });

function inFlow(flow: FlowDefinition): Use[] {
  const nameOf = (id: string) => flow.nodes.find((node) => node.id === id)?.name || id;
  return mentionsOf(flow).map(({ place, property, fields }) => {
    const [list, id = ""] = place.split(".");
    const edge = list === "edges" ? flow.edges.find((one) => one.id === id) : undefined;
    const name = edge ? `${nameOf(edge.from)} → ${nameOf(edge.to)}` : nameOf(id);
    return { where: "flow", place, property, name, fields };
  });
}

/** Of a field or a group; empty where it has no name, and for the form itself. */
export function ownerName(form: FormDefinition, owner: string): string {
  const section = form.sections.find(({ id }) => id === sectionOf(owner));
  return section?.title ?? form.fields.find(({ id }) => id === owner)?.label ?? "";
}

/** Everything that misses one of these fields when they go together. */
export function usesOf(form: FormDefinition, elsewhere: readonly Use[], ids: readonly string[]): Use[] {
  const formulas = usersOf(form, ids).map(({ owner, property }): Use => {
    return { where: "formula", owner, property, name: ownerName(form, owner), fields: ids };
  });
  return [...formulas, ...elsewhere.filter(({ fields }) => fields.some((id) => ids.includes(id)))];
}
