import { expect, it, vi } from "vitest";
import { type Backups, backupsQuery } from "@/api/backups";
import { queryClient } from "@/api/query_client";
import { useJobs } from "@/ui/jobs";
import { followBackup } from "./backup_job";

const job = { work: "backup" as const, began: 100, done: 5, of: 10 };
const run = { work: "backup" as const, at: 200, error: null };
const see = (page: object) => queryClient.setQueryData(backupsQuery.queryKey, page as Backups);
const shown = () => useJobs.getState().jobs.map(({ done, total, ended }) => [done, total, ended]);

it("a backup is in the tray once, in bytes, until it has ended; the window may close meanwhile", () => {
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  const asked = vi.spyOn(window, "addEventListener");
  followBackup(job);
  followBackup(job);
  see({ job, last_backup: null, last_rehearsal: null });
  expect(shown()).toEqual([[5, 10, null]]);
  expect(useJobs.getState().jobs[0]?.unit).toBe("bytes");
  expect(asked.mock.calls.filter(([name]) => name === "beforeunload")).toEqual([]);
  see({ job: null, last_backup: run, last_rehearsal: null });
  expect(shown()).toEqual([[5, 10, "已完成"]]);
  followBackup({ ...job, began: 300 });
  see({ job: null, last_backup: run, last_rehearsal: null });
  expect(shown().at(-1)).toEqual([0, 0, "已停止"]);
});
