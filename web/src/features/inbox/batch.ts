// Many approvals at once. They go on when the page is left.

import { create } from "zustand";
import { approveMany, type BatchResult, type TaskItem } from "@/api/inbox";
import { problemOfCode } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { i18n } from "@/i18n/i18n";
import { newId } from "@/model/id";
import { startSteps } from "@/ui/jobs";
import { inPortions, type Pace } from "@/ui/portions";
import { problemText } from "@/ui/problem_text";
import { hold } from "./held";
import { rowKey } from "./selection";

const PORTION = 10;

interface Pair {
  order: string;
  task: string;
}

/** Failures by row; a portion that never reached the server fails as a whole, with all after it. */
export async function approveAll(
  pairs: readonly Pair[],
  send: (portion: Pair[]) => Promise<BatchResult[]>,
  pace: Pace,
): Promise<Map<string, string>> {
  const failures = new Map<string, string>();
  const sendPortion = async (portion: readonly Pair[]) => {
    for (const result of await send([...portion])) {
      if (!result.ok) failures.set(rowKey(result), sentence(result.code, result.title));
    }
  };
  const onLost = (left: readonly Pair[], error: unknown) => {
    for (const pair of left) failures.set(rowKey(pair), problemText(error).title);
  };
  await inPortions(pairs, PORTION, sendPortion, { ...pace, onLost });
  return failures;
}

function sentence(code = "", title = ""): string {
  // A batch fills in nothing; what is missing has to be filled in at the order itself.
  if (code === "invalid") return i18n.t("batch.incomplete", { ns: "inbox" });
  return problemText(problemOfCode(409, code, title)).title;
}

/** Why which row failed when it was last tried. */
export const useBatch = create<{ failures: ReadonlyMap<string, string> }>(() => ({ failures: new Map() }));

/** One opinion for all, as soon as nobody can take it back any more. */
export function holdBatch(items: readonly TaskItem[], comment: string, takenBack: () => void): void {
  const text = i18n.t("batch.held", { ns: "inbox", count: items.length });
  hold(items.map(rowKey), text, () => runBatch(items, comment), takenBack);
}

/** The tray tells how far it is. */
async function runBatch(items: readonly TaskItem[], comment: string): Promise<void> {
  const pairs = items.flatMap(({ order, task }) => (task ? [{ order, task }] : []));
  const words = (key: "done" | "title", count = 0) => i18n.t(`batch.${key}`, { ns: "inbox", count });
  let done = 0;
  const { tell, isStopped } = startSteps({ title: words("title"), total: pairs.length });
  const pace = {
    onProgress: (count: number) => {
      done = count;
      tell({ done });
    },
    isStopped,
  };
  const failures = await approveAll(pairs, (portion) => approveMany(portion, comment, { key: newId() }), pace);
  useBatch.setState((old) => {
    const tried = new Set(items.map(rowKey));
    return { failures: new Map([...[...old.failures].filter(([key]) => !tried.has(key)), ...failures]) };
  });
  const failed = items.filter((item) => failures.has(rowKey(item)));
  const passed = isStopped() ? done - failures.size : pairs.length - failures.size;
  tell({
    done: pairs.length,
    ended: words("done", passed),
    failures: failed.map((item) => ({ title: item.title, reason: failures.get(rowKey(item)) ?? "" })),
    retry: () => void runBatch(failed, comment),
  });
  await queryClient.invalidateQueries({ queryKey: ["inbox"] });
  await queryClient.invalidateQueries({ queryKey: ["orders"] });
}
