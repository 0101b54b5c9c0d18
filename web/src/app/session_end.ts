// The session ended while somebody works: the page stays as it is with everything that was typed, the calls wait, and all
// of them go on after a sign-in.

import { create } from "zustand";
import { queryClient } from "@/api/query_client";
import { type Me, sessionQuery } from "@/api/session";

interface SessionEnd {
  /** Who was signed in; `null` while the session holds. */
  me: Me | null;
  /** `true`: signed in again. `false`: the calls fail. */
  settle: (isAgain: boolean) => void;
}

const HOLDS: SessionEnd = { me: null, settle: () => undefined };

export const useSessionEnd = create<SessionEnd>(() => HOLDS);

let waiting: Promise<boolean> | null = null;

/** Many calls are refused at once; the person is asked once. Nobody is asked who was not signed in here before. */
export function sessionEnded(): Promise<boolean> {
  const me = queryClient.getQueryData(sessionQuery.queryKey);
  if (!me) return Promise.resolve(false);
  waiting ??= new Promise<boolean>((resolve) => useSessionEnd.setState({ me, settle: resolve })).finally(() => {
    waiting = null;
    useSessionEnd.setState(HOLDS);
  });
  return waiting;
}
