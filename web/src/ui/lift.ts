// What floats at the bottom edge of the window stands above the bars of the page, however many there are.

import { useEffect } from "react";

let bars = 0;

function count(more: 1 | -1): void {
  bars += more;
  document.documentElement.style.setProperty("--bars", String(bars));
}

/** Declares a bar at the bottom edge while it is there. */
export function useLift(): void {
  useEffect(() => {
    count(1);
    return () => count(-1);
  }, []);
}
