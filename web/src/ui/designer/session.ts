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

/** `dirty`: a document that the server does not have. */
export function createDesigner<Doc, Change>(
  doc: Doc,
  apply: Apply<Doc, Change>,
  save: "saved" | "dirty" = "saved",
): DesignerStore<Doc, Change> {
  return createStore<DesignerSession<Doc, Change>>((set) => ({
    history: begin(doc),
    save,
    savedAt: null,
    dispatch: (wanted) =>
      set(({ history }) => ({ history: edit(history, apply, { ...wanted, now: Date.now() }), save: "dirty" })),
    undo: () => set(({ history }) => (history.past.length ? { history: undo(history, apply), save: "dirty" } : {})),
    redo: () => set(({ history }) => (history.future.length ? { history: redo(history, apply), save: "dirty" } : {})),
    select: (ids) => set(({ history }) => ({ history: select(history, ids) })),
    replace: (next) => set({ history: begin(next), save: "saved" }),
    setSave: (next) => set(next === "saved" ? { save: next, savedAt: Date.now() } : { save: next }),
  }));
}

const AUTOSAVE_MS = 1_500;
const KEEP_MS = 300;
const RETRY_MS = 5_000;

/** What a failed save means for the session; the caller reads it from the problem. */
export type SaveOutcome = "saved" | "offline" | "conflict" | "refused";

/** Where a document stays until it is saved: see `local_copy`. */
export interface Keeper<Doc> {
  keep: (doc: Doc) => void;
  drop: () => void;
}

/** Saves a moment after the last change, again after being offline, and warns before an unsaved page closes. */
export function useAutosave<Doc, Change>(
  store: DesignerStore<Doc, Change>,
  write: (doc: Doc) => Promise<SaveOutcome>,
  keeper?: Keeper<Doc>,
): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let keeping: ReturnType<typeof setTimeout> | undefined;
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
    const keepNow = () => {
      clearTimeout(keeping);
      if (store.getState().save !== "saved") keeper?.keep(store.getState().history.doc);
    };
    const keepSoon = ({ save, history }: DesignerSession<Doc, Change>, before: DesignerSession<Doc, Change>) => {
      if (save !== "saved" && history.doc === before.history.doc) return;
      clearTimeout(keeping);
      if (save === "saved") keeper?.drop();
      else keeping = setTimeout(keepNow, KEEP_MS);
    };
    const warn = (event: BeforeUnloadEvent) => {
      if (store.getState().save !== "saved") event.preventDefault();
    };
    const stops = [store.subscribe(plan), store.subscribe(keepSoon)];
    // Opened with what this device had kept.
    plan(store.getState());
    addEventListener("beforeunload", warn);
    addEventListener("pagehide", keepNow);
    return () => {
      isOver = true;
      keepNow();
      for (const stop of stops) stop();
      clearTimeout(timer);
      removeEventListener("beforeunload", warn);
      removeEventListener("pagehide", keepNow);
      if (store.getState().save !== "dirty") return;
      void write(store.getState().history.doc).then((outcome) => outcome === "saved" && keeper?.drop());
    };
  }, [store, write, keeper]);
}
