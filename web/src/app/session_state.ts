// The signed-in person, for the shell and the pages inside it.

import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { queryClient } from "@/api/query_client";
import { type Me, sessionQuery, signOut } from "@/api/session";
import { toast } from "@/ui/toast";

/** The router lets nobody in without one. */
export function useSession(): Me | null {
  return useSuspenseQuery(sessionQuery).data;
}

export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    try {
      await signOut();
    } catch (problem) {
      toast.problem(problem);
      return;
    }
    await navigate({ to: "/login" });
    queryClient.clear();
  };
}
