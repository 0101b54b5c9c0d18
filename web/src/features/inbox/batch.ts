// Many approvals in small portions, so that progress shows and one bad task stops no other.

import { useState } from "react";
import { useTranslation } from "react-i18next";
import { approveMany, type BatchResult, type TaskItem } from "@/api/inbox";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { i18n } from "@/i18n/i18n";
import { newId } from "@/model/id";
import { problemText } from "@/ui/problem_text";
import { toast } from "@/ui/toast";
import { rowKey } from "./selection";

const PORTION = 10;

interface Pair {
  order: string;
  task: string;
}

/** Failures by row. Runs portion after portion; a portion that never reached the server fails as a whole and ends the run. */
export async function approveAll(
  pairs: readonly Pair[],
  send: (portion: Pair[]) => Promise<BatchResult[]>,
  onProgress: (done: number) => void,
): Promise<Map<string, string>> {
  const failures = new Map<string, string>();
  for (let start = 0; start < pairs.length; start += PORTION) {
    const portion = pairs.slice(start, start + PORTION);
    try {
      for (const result of await send(portion)) {
        if (!result.ok) failures.set(rowKey(result), sentence(result.code, result.title));
      }
    } catch (error) {
      for (const pair of pairs.slice(start)) failures.set(rowKey(pair), problemText(error).title);
      break;
    }
    onProgress(Math.min(start + PORTION, pairs.length));
  }
  return failures;
}

function sentence(code = "", title = ""): string {
  // A batch fills in nothing; what is missing has to be filled in at the order itself.
  if (code === "invalid") return i18n.t("batch.incomplete", { ns: "inbox" });
  const body = { status: 409, code, title, detail: "", data: {}, problems: [], request_id: "" };
  return problemText(new ApiProblem(body)).title;
}

export function useBatch() {
  const { t } = useTranslation("inbox");
  const [isRunning, setRunning] = useState(false);
  const [done, setDone] = useState(0);
  const [total, setTotal] = useState(0);
  const [failures, setFailures] = useState<ReadonlyMap<string, string>>(new Map());

  const run = async (items: readonly TaskItem[], comment: string) => {
    const pairs = items.flatMap(({ order, task }) => (task ? [{ order, task }] : []));
    setRunning(true);
    setDone(0);
    setTotal(pairs.length);
    const failed = await approveAll(pairs, (portion) => approveMany(portion, comment, { key: newId() }), setDone);
    setRunning(false);
    setFailures(failed);
    const passed = pairs.length - failed.size;
    if (passed > 0) toast.success(t("batch.done", { count: passed }));
    await queryClient.invalidateQueries({ queryKey: ["inbox"] });
    await queryClient.invalidateQueries({ queryKey: ["orders"] });
  };
  return { run, isRunning, done, total, failures };
}
