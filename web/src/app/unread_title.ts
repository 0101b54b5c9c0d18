import { useEffect } from "react";
import { useSession } from "./session_state";

/** The window's title carries the number and its icon a dot: both are seen in the row of tabs. */
export function useUnreadTitle(): void {
  const unread = useSession()?.counts.unread_notices ?? 0;
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) Tessera` : "Tessera";
    const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
    if (icon) icon.href = unread > 0 ? "/favicon-unread.svg" : "/favicon.svg";
  }, [unread]);
}
