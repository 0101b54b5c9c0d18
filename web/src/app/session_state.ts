// The signed-in person, for the shell and the pages inside it.

import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { queryClient } from "@/api/query_client";
import { type Me, sessionQuery, signOut, signOutEverywhere } from "@/api/session";
import { toast } from "@/ui/toast";

/** The router lets nobody in without one. */
export function useSession(): Me | null {
  return useSuspenseQuery(sessionQuery).data;
}

/** Here, or on every device. */
export function useSignOut(): (where?: "here" | "everywhere") => Promise<void> {
  const navigate = useNavigate();
  return async (where = "here") => {
    try {
      await (where === "here" ? signOut() : signOutEverywhere());
    } catch (problem) {
      toast.problem(problem);
      return;
    }
    // Whatever is refused from now on asks nobody to sign in again.
    queryClient.setQueryData(sessionQuery.queryKey, null);
    await navigate({ to: "/login" });
    queryClient.clear();
  };
}
