// The back button of a phone closes what lies on top of the page before it leaves the page.

import { type RouterHistory, useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useIsPhone } from "./viewport";

const isOnSheet = (): boolean => Boolean((history.state as { sheet?: boolean } | null)?.sheet);

/** Goes on once the sheet that is being closed has left the history: another page must not come on top of it. */
export function afterSheet(run: () => void): void {
  if (isOnSheet()) addEventListener("popstate", run, { once: true });
  else run();
}

/** Open sheets, the uppermost last. */
const sheets: object[] = [];
/** Entries that sheets took out of the history themselves: nobody pressed "back". */
let leaving = 0;

/**
 * From now on "back" runs `close` instead of leaving the page. Returns the way to end that; it has ended once the entry has left
 * the history. What was chosen meanwhile stays in the address.
 */
export function layOver(places: RouterHistory, close: () => void): () => Promise<void> {
  const me = {};
  sheets.push(me);
  history.pushState({ ...history.state, sheet: true }, "");
  const page = places.location.pathname;
  let chosen: string | null = null;
  let isHere = true;
  const stop = places.subscribe(({ location, action }) => {
    if (action.type === "REPLACE" && location.pathname === page) chosen = location.href;
    else if (action.type === "REPLACE" || action.type === "PUSH") isHere = false;
  });
  // The entry of the sheet is gone, and with it the address that was replaced in it.
  const keep = () => {
    if (chosen !== null) places.replace(chosen);
  };
  const onPop = () => {
    if (leaving > 0 || sheets.at(-1) !== me) return;
    leave();
    isHere = false;
    close();
    keep();
  };
  const leave = () => {
    stop();
    removeEventListener("popstate", onPop);
    if (sheets.includes(me)) sheets.splice(sheets.indexOf(me), 1);
  };
  addEventListener("popstate", onPop);
  return () => {
    leave();
    if (!isHere) return Promise.resolve();
    leaving++;
    return new Promise((resolve) => {
      const onLeft = () => {
        leaving--;
        keep();
        resolve();
      };
      addEventListener("popstate", onLeft, { once: true });
      history.back();
    });
  };
}

/** While it is open on a phone, "back" runs `close`; where that asks and is told to stay, the next "back" asks again. */
export function useBackCloses(isOpen: boolean, close: () => unknown): void {
  const isActive = useIsPhone() && isOpen;
  const latest = useRef(close);
  latest.current = close;
  const [pressed, setPressed] = useState(0);
  const { history: places } = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each "back" took the entry out of the history
  useEffect(() => {
    if (!isActive) return;
    const end = layOver(places, () => {
      void Promise.resolve(latest.current()).then(() => setPressed((count) => count + 1));
    });
    return () => void end();
  }, [isActive, places, pressed]);
}
