import { useEffect, useRef } from "react";

/** Runs once, when the order has been drawn: its form can be checked then. */
export function useBeginning(begin: () => void): void {
  const latest = useRef(begin);
  latest.current = begin;
  useEffect(() => latest.current(), []);
}
