// What designers noted on the drawing that an order goes by. Readers of orders are not given it; whoever may design the form reads it
// where the drawing is kept, and only of the very drawing that is shown. Paper goes to others.

import { useQuery } from "@tanstack/react-query";
import { appsQuery, formIn } from "@/api/apps";
import { flowVersionsQuery, type Version, versionQuery } from "@/api/drafts";
import type { Note } from "@/model/canvas";
import { hasSameContent } from "@/model/content";
import type { FlowDefinition } from "@/model/flow";
import type { OrderPage } from "@/model/order";
import { usePaper } from "@/ui/paper";

const NONE: readonly Note[] = [];

/** The version an order was taken over to, or else the newest when it was handed in; a draft goes by the newest there is. */
export function versionOf(
  { history, submitted_at }: Pick<OrderPage, "history" | "submitted_at">,
  versions: readonly Pick<Version, "version" | "at">[],
): number | undefined {
  const moved = history.filter(({ data }) => data?.versions).sort((a, b) => b.at - a.at)[0];
  if (moved) return moved.data?.versions?.[1];
  const known = versions.filter(({ at }) => at <= (submitted_at ?? Number.POSITIVE_INFINITY));
  return known.length ? Math.max(...known.map(({ version }) => version)) : undefined;
}

export function notesOn(shown: FlowDefinition, kept: FlowDefinition): readonly Note[] {
  const isSame = hasSameContent([shown.nodes, shown.edges], [kept.nodes, kept.edges]);
  return isSame ? (kept.notes ?? NONE) : NONE;
}

export function useFlowNotes(order: OrderPage): readonly Note[] {
  const isPrinting = usePaper((paper) => paper.isPrinting);
  const { data: apps } = useQuery(appsQuery);
  const mayDesign = formIn(apps, order.form)?.actions.includes("design") ?? false;
  const { data: versions = [] } = useQuery({ ...flowVersionsQuery(order.form), enabled: mayDesign });
  const version = versionOf(order, versions);
  const isKnown = mayDesign && version !== undefined;
  const { data } = useQuery({ ...versionQuery("flow", order.form, version ?? 0), enabled: isKnown });
  return isKnown && data && !isPrinting ? notesOn(order.flow.definition, data.definition) : NONE;
}
