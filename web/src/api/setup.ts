// First run: the workspace and its administrator are created once, with the token printed at start.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";

export interface SetupState {
  done: boolean;
  /** Ready-made apps that can be installed. */
  apps: { id: string; name: string; summary: string }[];
}

export interface SetupRequest {
  token: string;
  workspace: string;
  name: string;
  login: string;
  password: string;
  apps: string[];
}

export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: ({ signal }) => api.get<SetupState>("/setup", { signal }),
});

export const setUp = (request: SetupRequest): Promise<void> => api.post("/setup", request);
