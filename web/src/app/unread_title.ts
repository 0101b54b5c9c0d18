import { useEffect } from "react";
import { useSession } from "./session_state";

/** The window's title carries the number: it is seen in the row of tabs. */
export function useUnreadTitle(): void {
  const unread = useSession()?.counts.unread_notices ?? 0;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Tessera` : "Tessera";
  }, [unread]);
}
