// Many approvals at once, as errands of a few tasks each: what is decided on one page goes on on every other, waits for the
// network under the same keys, and outlives the page. The tray tells how far it is; when all have arrived they can be taken
// back for a moment.

import { create } from "zustand";
import type { BatchResult, TaskItem } from "@/api/inbox";
import { problemOfCode } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { signedInAs } from "@/api/session";
import { i18n } from "@/i18n/i18n";
import { newId } from "@/model/id";
import { type ErrandEnd, type NewErrand, type Portion, useErrands } from "@/ui/errand_book";
import { dropErrand, isRunning, queueErrand, sendErrand } from "@/ui/errands";
import { toastHeld } from "@/ui/held";
import { type Job, startJob } from "@/ui/jobs";
import { problemText } from "@/ui/problem_text";
import { rowKey } from "./selection";

const PORTION = 10;

interface Failed {
  task: Portion;
  reason: string;
  /** The errand that did not go as a whole: nobody knows what became of it, so it goes again under the same key. */
  lost?: NewErrand;
}

/** Portions that were sent together. */
interface Run {
  comment: string;
  waiting: Set<string>;
  total: number;
  done: number;
  failed: Failed[];
  /** What the server keeps, and since when. */
  held: string[];
  since: number;
  takenBack?: (() => void) | undefined;
  tell: (change: Partial<Job>) => void;
}

const runs = new Map<string, Run>();

const words = (key: "done" | "held" | "takenBack" | "title", count = 0) =>
  i18n.t(`batch.${key}`, { ns: "inbox", count });

/** Why which row failed when it was last tried. */
export const useBatch = create<{ failures: ReadonlyMap<string, string> }>(() => ({ failures: new Map() }));

function errandsOf(tasks: readonly Portion[], comment: string): NewErrand[] {
  const user = signedInAs();
  const portions = Array.from({ length: Math.ceil(tasks.length / PORTION) }, (_, at) =>
    tasks.slice(at * PORTION, (at + 1) * PORTION),
  );
  return portions.map((portion) => ({
    key: newId(),
    user,
    order: "",
    task: null,
    path: "/inbox/approve?hold=true",
    body: { items: portion.map(({ order, task }) => ({ order, task })), comment },
    what: i18n.t("swipe.approve", { ns: "inbox" }),
    title: words("held", portion.length),
    keeps: [],
    portion,
  }));
}

/** One opinion for all. `takenBack`: the person thought better of it. */
export function approveBatch(items: readonly TaskItem[], comment: string, takenBack: () => void): void {
  const tasks = items.flatMap(({ order, task, title }) => (task ? [{ order, task, title }] : []));
  void run(errandsOf(tasks, comment), comment, takenBack);
}

/** One portion after the other, so that the rest can still be stopped. */
async function run(errands: readonly NewErrand[], comment: string, takenBack?: () => void): Promise<void> {
  errands.forEach(queueErrand);
  const keys = errands.map(({ key }) => key);
  begin(keys, errands.flatMap(tasksIn).length, comment).takenBack = takenBack;
  for (const key of keys) {
    await sendErrand(key);
    // It waits for the network, and so do those behind it.
    if (useErrands.getState().errands.some((errand) => errand.key === key && errand.state === "waiting")) return;
  }
}

function begin(keys: readonly string[], total: number, comment: string): Run {
  const cancel = () => stop(mine);
  const tell = startJob({ title: words("title"), total, cancel });
  const mine: Run = { comment, waiting: new Set(keys), total, done: 0, failed: [], held: [], since: 0, tell };
  for (const key of keys) runs.set(key, mine);
  return mine;
}

/** What is on its way already is waited for. */
function stop(mine: Run): void {
  for (const key of mine.waiting) {
    if (isRunning(key)) continue;
    dropErrand(key);
    mine.waiting.delete(key);
    runs.delete(key);
  }
  if (mine.waiting.size === 0) finish(mine);
}

const tasksIn = ({ portion = [] }: NewErrand): readonly Portion[] => portion;

/** `handledBy` says who was faster, and when. */
export function hearPortion(
  { errand, answer, error, since = Date.now() }: ErrandEnd,
  handledBy: (said: BatchResult) => string | null,
): void {
  const tasks = tasksIn(errand);
  // One that a closed window left is told of by itself.
  const mine = runs.get(errand.key) ?? begin([errand.key], tasks.length, commentOf(errand));
  runs.delete(errand.key);
  mine.waiting.delete(errand.key);
  const said = new Map(((answer ?? []) as BatchResult[]).map((one) => [rowKey(one), one]));
  for (const task of tasks) {
    const one = said.get(rowKey(task));
    if (error !== undefined) mine.failed.push({ task, reason: problemText(error).title, lost: errand });
    else if (one && !one.ok) mine.failed.push({ task, reason: handledBy(one) ?? sentence(one) });
  }
  const held = [...said.values()].flatMap(({ held = [] }) => held);
  if (mine.held.length === 0) mine.since = since;
  mine.held.push(...held);
  mine.done += tasks.length;
  mine.tell({ done: mine.done });
  const failed = mine.failed.filter(({ task }) => tasks.includes(task));
  useBatch.setState(({ failures }) => {
    const tried = new Set(tasks.map(rowKey));
    const others = [...failures].filter(([key]) => !tried.has(key));
    return { failures: new Map([...others, ...failed.map(({ task, reason }) => [rowKey(task), reason] as const)]) };
  });
  if (mine.waiting.size === 0) finish(mine);
}

const commentOf = ({ body }: NewErrand): string => (body as { comment: string }).comment;

function finish({ comment, done, failed, held, since, takenBack, total, tell }: Run): void {
  tell({
    done: total,
    ended: words("done", done - failed.length),
    failures: failed.map(({ task, reason }) => ({ title: task.title, reason })),
    retry: () => {
      const lost = new Set(failed.flatMap((one) => one.lost ?? []));
      const refused = failed.filter((one) => !one.lost).map(({ task }) => task);
      void run([...lost, ...errandsOf(refused, comment)], comment);
    },
  });
  void queryClient.invalidateQueries({ queryKey: ["orders"] });
  if (held.length === 0) return;
  const back = () => {
    tell({ ended: words("takenBack", held.length) });
    takenBack?.();
  };
  toastHeld(held, words("held", held.length), { since, takenBack: back });
}

function sentence({ code = "", title = "" }: BatchResult): string {
  // A batch fills in nothing; what is missing has to be filled in at the order itself.
  if (code === "invalid") return i18n.t("batch.incomplete", { ns: "inbox" });
  return problemText(problemOfCode(409, code, title)).title;
}
