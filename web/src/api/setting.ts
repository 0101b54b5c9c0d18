// What holds for the whole workspace.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";

export interface Setting {
  organisation: string;
  language: "zh" | "en";
  /** IANA name. */
  zone: string;
  /** Of limits that name none; absent: around the clock. */
  calendar?: string | null;
}

export const settingQuery = queryOptions({
  queryKey: ["setting"],
  queryFn: ({ signal }) => api.get<Setting>("/setting", { signal }),
});

export const saveSetting = (setting: Setting): Promise<void> => api.put("/setting", setting);
