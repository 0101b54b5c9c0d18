// The back button of a phone closes what lies on top of the page before it leaves the page.

import { useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
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

/** While it is open on a phone, "back" runs `close` instead of leaving the page. What was chosen in it stays in the address. */
export function useBackCloses(isOpen: boolean, close: () => void): void {
  const isActive = useIsPhone() && isOpen;
  const latest = useRef(close);
  latest.current = close;
  const { history: places } = useRouter();
  useEffect(() => {
    if (!isActive) return;
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
    const keep = () => chosen !== null && places.replace(chosen);
    const onPop = () => {
      if (leaving > 0 || sheets.at(-1) !== me) return;
      leave();
      isHere = false;
      latest.current();
      keep();
    };
    const leave = () => {
      stop();
      removeEventListener("popstate", onPop);
      if (sheets.includes(me)) sheets.splice(sheets.indexOf(me), 1);
    };
    const onLeft = () => {
      leaving--;
      keep();
    };
    addEventListener("popstate", onPop);
    return () => {
      leave();
      if (!isHere) return;
      leaving++;
      addEventListener("popstate", onLeft, { once: true });
      history.back();
    };
  }, [isActive, places]);
}
