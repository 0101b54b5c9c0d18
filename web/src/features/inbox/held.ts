// Rows that were decided together leave the list at once and can be brought back for eight seconds; then the batch goes. A hidden page
// sends it without waiting, for nobody may come back to it. Nothing of it is kept on the device: what did not go stays a task.

import { create } from "zustand";
import { toast } from "@/ui/toast";

const NONE: ReadonlySet<string> = new Set();

export const useHeld = create<{ keys: ReadonlySet<string> }>(() => ({ keys: NONE }));

const without = (gone: readonly string[]) =>
  useHeld.setState(({ keys }) => ({ keys: new Set([...keys].filter((key) => !gone.includes(key))) }));

/** `run` is what happens when nobody took it back; the rows stay away until it is over. */
export function hold(keys: readonly string[], text: string, run: () => Promise<void>, takenBack: () => void): void {
  let isTakenBack = false;
  const leave = () => {
    if (document.visibilityState === "hidden") end();
  };
  const undo = () => {
    isTakenBack = true;
    without(keys);
    takenBack();
  };
  const ended = () => {
    document.removeEventListener("visibilitychange", leave);
    if (!isTakenBack) void run().finally(() => without(keys));
  };
  useHeld.setState((old) => ({ keys: new Set([...old.keys, ...keys]) }));
  const end = toast.undo(text, undo, ended);
  document.addEventListener("visibilitychange", leave);
}
