// A backup or a rehearsal in the tray, on every page until it has ended, whoever began it.

import { QueryObserver } from "@tanstack/react-query";
import { type Backups, backupsQuery, cancelJob, type Work } from "@/api/backups";
import { queryClient } from "@/api/query_client";
import { i18n } from "@/i18n/i18n";
import { type Failure, startJob } from "@/ui/jobs";
import { toast } from "@/ui/toast";
import { reasonText } from "./reason";

type Seen = Pick<Backups, "job" | "last_backup" | "last_rehearsal">;

/** What became of the work that had begun then. */
export function endOf(work: Work, began: number, seen: Seen): { ended: string; failures: Failure[] } {
  const run = work === "backup" ? seen.last_backup : seen.last_rehearsal;
  const say = (end: "well" | "badly" | "stopped") => i18n.t(`admin:backup.ended.${end}`);
  if (!run || run.at < began) return { ended: say("stopped"), failures: [] };
  if (run.error === null) return { ended: say("well"), failures: [] };
  const failure = { title: i18n.t(`admin:backup.working.${work}`), reason: reasonText(run.error, i18n.language) };
  return { ended: say("badly"), failures: [failure] };
}

let isFollowed = false;

/** Of what the server is at; one is followed once. */
export function followBackup({ work, began }: NonNullable<Backups["job"]>): void {
  if (isFollowed) return;
  isFollowed = true;
  const cancel = () => void cancelJob().catch(toast.problem);
  const title = i18n.t(`admin:backup.working.${work}`);
  const tell = startJob({ title, total: 0, unit: "bytes", isServers: true, cancel });
  tell({ started_at: began });
  const stop = new QueryObserver(queryClient, backupsQuery).subscribe(({ data }) => {
    if (!data) return;
    if (data.job?.began === began) return tell({ done: data.job.done, total: data.job.of });
    tell(endOf(work, began, data));
    isFollowed = false;
    stop();
  });
}
