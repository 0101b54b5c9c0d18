// People, departments and teams: everybody signed in may know them by name.

import { queryOptions } from "@tanstack/react-query";
import type { Department, Role, Team, User } from "@/model/party";
import { api } from "./client";

/** Administrators get whole records; everybody else names and departments. */
export type DirectoryUser = Pick<User, "id" | "name" | "departments" | "is_active"> & Partial<User>;

export interface Directory {
  departments: Department[];
  teams: Team[];
  users: DirectoryUser[];
  roles?: Role[];
}

export const directoryQuery = queryOptions({
  queryKey: ["directory"],
  queryFn: ({ signal }) => api.get<Directory>("/directory", { signal }),
  staleTime: 5 * 60_000,
});
