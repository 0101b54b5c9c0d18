// What every designer does with its document: edit with names, undo, redo, select, save by itself. One session per open
// document; palette, surface and inspector only dispatch.

import { useEffect } from "react";
import { createStore, type StoreApi } from "zustand/vanilla";
import { type Apply, begin, edit, type History, redo, type StepName, select, undo } from "@/model/edit/history";

export type SaveState = "saved" | "dirty" | "saving" | "offline" | "conflict" | "refused";

export interface Dispatch<Change> {
  changes: readonly Change[];
  name: StepName;
  /** What is selected afterwards. */
  selection?: readonly string[];
  /** Edits of one group that follow quickly are one step: `label.f3`. */
  group?: string;
}

export interface DesignerSession<Doc, Change> {
  history: History<Doc, Change>;
  save: SaveState;
  /** When it was last saved, milliseconds since the epoch. */
  savedAt: number | null;
  dispatch: (edit: Dispatch<Change>) => void;
  undo: () => void;
  redo: () => void;
  select: (ids: readonly string[]) => void;
  /** A version loaded from elsewhere (take over, restore): history starts anew. */
  replace: (doc: Doc) => void;
  setSave: (save: SaveState) => void;
}

export type DesignerStore<Doc, Change> = StoreApi<DesignerSession<Doc, Change>>;

export function createDesigner<Doc, Change>(doc: Doc, apply: Apply<Doc, Change>): DesignerStore<Doc, Change> {
  return createStore<DesignerSession<Doc, Change>>((set) => ({
    history: begin(doc),
    save: "saved",
    savedAt: null,
    dispatch: (wanted) =>
      set(({ history }) => ({ history: edit(history, apply, { ...wanted, now: Date.now() }), save: "dirty" })),
    undo: () => set(({ history }) => (history.past.length ? { history: undo(history, apply), save: "dirty" } : {})),
    redo: () => set(({ history }) => (history.future.length ? { history: redo(history, apply), save: "dirty" } : {})),
    select: (ids) => set(({ history }) => ({ history: select(history, ids) })),
    replace: (next) => set({ history: begin(next), save: "saved" }),
    setSave: (save) => set(save === "saved" ? { save, savedAt: Date.now() } : { save }),
  }));
}

const AUTOSAVE_MS = 1_500;
const RETRY_MS = 5_000;

/** What a failed save means for the session; the caller reads it from the problem. */
export type SaveOutcome = "saved" | "offline" | "conflict" | "refused";

/** Saves a moment after the last change, again after being offline, and warns before an unsaved page closes. */
export function useAutosave<Doc, Change>(
  store: DesignerStore<Doc, Change>,
  write: (doc: Doc) => Promise<SaveOutcome>,
): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let isWriting = false;
    const run = async () => {
      // One at a time: a second save would be based on a revision that the first is about to change.
      if (isWriting) return;
      const { history, setSave } = store.getState();
      isWriting = true;
      setSave("saving");
      const outcome = await write(history.doc);
      isWriting = false;
      if (isOver) return;
      const isStale = store.getState().history.doc !== history.doc;
      setSave(outcome === "saved" && isStale ? "dirty" : outcome);
    };
    const plan = ({ save }: DesignerSession<Doc, Change>) => {
      if (save !== "dirty" && save !== "offline") return;
      clearTimeout(timer);
      timer = setTimeout(run, save === "offline" ? RETRY_MS : AUTOSAVE_MS);
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (store.getState().save !== "saved") event.preventDefault();
    };
    const stop = store.subscribe(plan);
    addEventListener("beforeunload", warn);
    return () => {
      isOver = true;
      stop();
      clearTimeout(timer);
      removeEventListener("beforeunload", warn);
      if (store.getState().save === "dirty") void write(store.getState().history.doc);
    };
  }, [store, write]);
}
