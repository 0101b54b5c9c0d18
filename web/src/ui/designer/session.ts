// What every designer does with its document: edit with names, undo, redo, select. One session per open document; palette,
// surface and inspector only dispatch. Whether it is saved is another matter: see `draft`.

import { createStore, type StoreApi } from "zustand/vanilla";
import { type Apply, begin, edit, type History, redo, type StepName, select, undo } from "@/model/edit/history";
import { type Aside, NOTHING_ASIDE } from "./set_aside";

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
  dispatch: (edit: Dispatch<Change>) => void;
  undo: () => void;
  redo: () => void;
  select: (ids: readonly string[]) => void;
  /** A version loaded from elsewhere: history starts anew. */
  replace: (doc: Doc) => void;
  /** Beside the document and its history. */
  aside: Aside;
  setAside: (aside: Aside) => void;
}

export type DesignerStore<Doc, Change> = StoreApi<DesignerSession<Doc, Change>>;

export function createDesigner<Doc, Change>(doc: Doc, apply: Apply<Doc, Change>): DesignerStore<Doc, Change> {
  return createStore<DesignerSession<Doc, Change>>((set) => ({
    history: begin(doc),
    dispatch: (wanted) => set(({ history }) => ({ history: edit(history, apply, { ...wanted, now: Date.now() }) })),
    undo: () => set(({ history }) => (history.past.length ? { history: undo(history, apply) } : {})),
    redo: () => set(({ history }) => (history.future.length ? { history: redo(history, apply) } : {})),
    select: (ids) => set(({ history }) => ({ history: select(history, ids) })),
    replace: (next) => set({ history: begin(next) }),
    aside: NOTHING_ASIDE,
    setAside: (aside) => set({ aside }),
  }));
}
