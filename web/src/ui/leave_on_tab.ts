import type { KeyboardEvent } from "react";

/** For lists that several are chosen from: Tab leaves them. By itself the library chooses one more on the way out. */
export function leaveOnTab(event: KeyboardEvent): void {
  if (event.key === "Tab") event.stopPropagation();
}
