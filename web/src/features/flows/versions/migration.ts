// Orders that are on their way while their flow is drawn anew: what would become of them, and the job that takes them over.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FormHead } from "@/api/drafts";
import { migrateOrders, type OrderFound, type Rehearsal, rehearse, type Successors } from "@/api/migration";
import { problemOfCode } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { i18n } from "@/i18n/i18n";
import type { FlowDefinition } from "@/model/flow";
import { newId } from "@/model/id";
import type { Problem } from "@/model/problem";
import { startSteps } from "@/ui/jobs";
import { inPortions } from "@/ui/portions";
import { placeText, problemText } from "@/ui/problem_text";
import type { Asked } from "@/ui/QueryView";

const PORTION = 20;

export interface MigrationPlan {
  query: Asked<Rehearsal>;
  isLooking: boolean;
  /** Steps that are gone, by id. */
  gone: Readonly<Record<string, Gone>>;
  nodes: Successors;
  succeed: (gone: string, successor: Gone) => void;
}

export interface Gone {
  name: string;
  /** The step that takes its place. */
  step: string | null;
}

/** `drawing`: one that may be published; without it, the newest version. */
export function useMigrationPlan(head: FormHead, drawing: FlowDefinition | null): MigrationPlan {
  const [chosen, setChosen] = useState<Record<string, Gone>>({});
  const taken = Object.entries(chosen).flatMap(([id, { step }]) => (step ? [[id, step] as const] : []));
  const nodes: Successors = Object.fromEntries(taken);
  const query = useQuery({
    queryKey: ["forms", "one", head.id, "rehearsal", drawing, nodes],
    queryFn: ({ signal }) => rehearse(head.id, drawing, nodes, signal),
    enabled: head.flow_version > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return {
    query,
    isLooking: query.isFetching,
    gone: { ...goneOf(query.data), ...chosen },
    nodes,
    succeed: (id, successor) => setChosen({ ...chosen, [id]: successor }),
  };
}

function goneOf(rehearsal: Rehearsal | undefined): Record<string, Gone> {
  const problems = rehearsal?.staying.flatMap(({ problems }) => problems) ?? [];
  const gone = problems.filter(({ code }) => code === "migration_step_gone");
  return Object.fromEntries(
    gone.map(({ place, data }) => [place.replace("nodes.", ""), { name: String(data?.node ?? ""), step: null }]),
  );
}

export const countOf = ({ movable, staying_count }: Rehearsal): number => movable.length + staying_count;

const words = (key: "job" | "done" | "unseen", parameters: Record<string, unknown> = {}): string =>
  String(i18n.t(`migration.${key}` as never, { ns: "flows", ...parameters } as never));

export const titleOf = ({ title }: OrderFound): string => title ?? words("unseen");

/** What keeps one where it is, in one line. */
export const reasonOf = (problems: readonly Problem[]): string => problems.map(placeText).join(" ");

/** Goes on in the tray when the page is left. */
export async function takeOver(form: string, to: number, orders: readonly OrderFound[], nodes: Successors) {
  const failures = new Map<OrderFound, string>();
  let done = 0;
  const { tell, isStopped } = startSteps({ title: words("job", { version: to }), total: orders.length });
  const send = async (portion: readonly OrderFound[]) => {
    const ids = portion.map(({ order }) => order);
    const answers = await migrateOrders(form, to, ids, nodes, { key: newId() });
    for (const { order, ok, code = "", problems = [] } of answers) {
      const found = portion.find((one) => one.order === order);
      if (!ok && found) failures.set(found, reasonOf(problems) || problemText(problemOfCode(409, code)).title);
    }
  };
  await inPortions(orders, PORTION, send, {
    onProgress: (count) => {
      done = count;
      tell({ done });
    },
    isStopped,
    onLost: (left, error) => {
      for (const one of left) failures.set(one, problemText(error).title);
    },
  });
  const passed = (isStopped() ? done : orders.length) - failures.size;
  tell({
    done: orders.length,
    ended: words("done", { count: passed }),
    failures: [...failures].map(([one, reason]) => ({ title: titleOf(one), reason })),
    retry: () => void takeOver(form, to, [...failures.keys()], nodes),
  });
  await queryClient.invalidateQueries({ queryKey: ["forms", "one", form, "flow"] });
  await queryClient.invalidateQueries({ queryKey: ["orders"] });
}
