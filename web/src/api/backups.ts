// Backups the server wrote.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";

export interface Backup {
  name: string;
  at: number;
  bytes: number;
  /** `false`: its checksum does not hold. */
  ok?: boolean;
}

export const backupsQuery = queryOptions({
  queryKey: ["backups", "list"],
  queryFn: ({ signal }) => api.get<Backup[]>("/backups", { signal }),
});

/** Answers when it is on disk. */
export const makeBackup = (): Promise<Backup> => api.post("/backups", {});
