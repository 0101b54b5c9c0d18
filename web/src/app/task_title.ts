import { useEffect } from "react";
import { useSession } from "./session_state";

function tell(tasks: number): void {
  document.title = tasks > 0 ? `(${tasks}) Tessera` : "Tessera";
  const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  if (icon) icon.href = tasks > 0 ? "/favicon-tasks.svg" : "/favicon.svg";
}

/** The window's title carries the number of open tasks and its icon a dot: both are seen in the row of tabs, and tell nobody
 *  anything once the person has signed out. */
export function useTaskTitle(): void {
  const tasks = useSession()?.counts.todo ?? 0;
  useEffect(() => {
    tell(tasks);
    return () => tell(0);
  }, [tasks]);
}
