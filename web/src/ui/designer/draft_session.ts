// One open draft and its server: saved a moment after the last change, and kept on this device until it is. What the server
// refuses stays here with the reason; what somebody else saved in between is never written over unasked.

import { createStore, type StoreApi } from "zustand/vanilla";
import { ApiProblem, isStale } from "@/api/problem";
import { hasSameContent } from "@/model/content";
import type { Apply } from "@/model/edit/history";
import type { Problem } from "@/model/problem";
import { autosave } from "./autosave";
import { localCopy } from "./local_copy";
import { edited, failed, type Held, rivalOf, type Saving } from "./saving";
import { createDesigner, type DesignerStore } from "./session";
import { keepAside } from "./set_aside";

/** What forms, flows and boards do differently. */
export interface Source<Doc> {
  /** Its name on this device: `form.<id>`. */
  name: string;
  /** Its address on the server. */
  place: string;
  read: () => Promise<Held<Doc>>;
  /** Refused as stale when `rev` is not the newest. */
  write: (doc: Doc, rev: number) => Promise<{ rev: number; problems: readonly Problem[] }>;
}

export interface Keeping<Doc> {
  saving: Saving<Doc>;
  /** What the server said of it, saved or refused. */
  problems: readonly Problem[];
  /** Why the last try was refused; it stays while the next is on its way. */
  refusal: unknown;
  /** `false`: this device has no room for it, so that the page must stay open until it is saved. */
  isKept: boolean;
}

export interface DraftSession<Doc, Change> {
  store: DesignerStore<Doc, Change>;
  keeping: StoreApi<Keeping<Doc>>;
  place: string;
  /** Opened with what this device had kept. */
  isRecalled: boolean;
  /** Begins to save by itself. Returns the way to stop, which saves what is left. */
  start: () => () => void;
  /** Saves once more though nothing changed: it is to be said something of. */
  saveAgain: () => void;
  /** Of the whole draft on the server; `null` while somebody else's work is in the way. What else is in the way is thrown. */
  saveNow: () => Promise<number | null>;
  /** The server found these when it was to be published. */
  tell: (problems: readonly Problem[]) => void;
  /** Theirs takes the place of mine, and undo ends there. Returns the way back to the question, while nothing was done since. */
  takeTheirs: () => () => void;
  /** Mine is saved over theirs, as it was shown. */
  keepMine: () => void;
}

export function openDraft<Doc, Change>(
  apply: Apply<Doc, Change>,
  source: Source<Doc>,
  held: Held<Doc>,
): DraftSession<Doc, Change> {
  const copy = localCopy<Doc>(source.name);
  const opened = copy.open(held);
  const store = createDesigner(opened.doc, apply);
  keepAside(store, source.name);
  const keeping = createStore<Keeping<Doc>>(() => ({
    saving: opened.isRecalled ? { is: "dirty" } : { is: "saved", at: null },
    problems: held.problems,
    refusal: null,
    isKept: true,
  }));
  /** What mine was drawn over. */
  let base: Pick<Held<Doc>, "rev" | "doc"> = { rev: opened.rev, doc: opened.before };
  /** Sent since then without an answer: any of them may have arrived. */
  const unanswered = new Set<Doc>();
  /** Something came after the save that is on its way. */
  let isDue = false;
  let underWay: Promise<void> | null = null;

  const docNow = () => store.getState().history.doc;
  const now = () => keeping.getState().saving;
  const say = (saving: Saving<Doc>) => keeping.setState({ saving });
  const touch = () => {
    isDue = true;
    say(edited(now()));
  };

  const agree = (rev: number, doc: Doc, problems: readonly Problem[]): Saving<Doc> => {
    base = { rev, doc };
    unanswered.clear();
    keeping.setState({ problems });
    return { is: "saved", at: Date.now() };
  };
  const refuse = (error: unknown, doc: Doc): Saving<Doc> => {
    const saving = failed(error);
    if (saving.is === "waiting") unanswered.add(doc);
    else if (error instanceof ApiProblem && error.problems.length > 0) keeping.setState({ problems: error.problems });
    return saving;
  };
  const meet = (theirs: Held<Doc>, doc: Doc, error: unknown): Saving<Doc> => {
    if (hasSameContent(theirs.doc, doc)) return agree(theirs.rev, doc, theirs.problems);
    // It was me: that save had arrived, only its answer had not.
    const arrived = [...unanswered].find((sent) => hasSameContent(sent, theirs.doc));
    if (arrived) {
      agree(theirs.rev, arrived, theirs.problems);
      return { is: "dirty" };
    }
    return { is: "conflict", rival: rivalOf(error), before: base.doc, theirs };
  };
  const send = async (doc: Doc): Promise<Saving<Doc>> => {
    try {
      const { rev, problems } = await source.write(doc, base.rev);
      return agree(rev, doc, problems);
    } catch (error) {
      if (!isStale(error)) return refuse(error, doc);
      return source.read().then(
        (theirs) => meet(theirs, doc, error),
        (lost: unknown) => refuse(lost, doc),
      );
    }
  };
  const run = async () => {
    const doc = docNow();
    isDue = false;
    say({ is: "saving" });
    const saving = await send(doc);
    if (saving.is === "saved" && !isDue) copy.drop();
    const refusal = saving.is === "refused" ? saving.error : null;
    keeping.setState({ refusal, saving: isDue && saving.is !== "conflict" ? { is: "dirty" } : saving });
  };
  /** One at a time: a second save would be based on a revision that the first is about to change. */
  const save = (): Promise<void> => {
    underWay ??= run().finally(() => {
      underWay = null;
    });
    return underWay;
  };
  const saveNow = async (): Promise<number | null> => {
    if (underWay) await underWay;
    if (now().is !== "saved" && now().is !== "conflict") await save();
    const saving = now();
    if (saving.is === "waiting" || saving.is === "refused") throw saving.error;
    if (saving.is === "dirty") return saveNow();
    return saving.is === "saved" ? base.rev : null;
  };

  const keep = () => {
    if (now().is === "saved") return;
    keeping.setState({ isKept: copy.keep({ rev: base.rev, before: base.doc, doc: docNow() }) });
  };
  const leave = () => {
    keep();
    // Whatever is in the way is said when it is opened again: this device has it.
    if (now().is === "dirty" || underWay) saveNow().catch(() => undefined);
  };

  return {
    store,
    keeping,
    place: source.place,
    isRecalled: opened.isRecalled,
    start: () => autosave({ store, keeping, touch, save: () => void save(), keep, leave }),
    saveAgain: touch,
    saveNow,
    tell: (problems) => keeping.setState({ problems }),
    takeTheirs: () => {
      const [saving, mine, drawnOver] = [now(), store.getState().history, base];
      if (saving.is !== "conflict") return () => undefined;
      const { rev, doc, problems } = saving.theirs;
      store.getState().replace(doc);
      agree(rev, doc, problems);
      say({ is: "saved", at: null });
      copy.drop();
      return () => {
        if (docNow() !== doc) return;
        base = drawnOver;
        say(saving);
        store.setState({ history: mine });
        keep();
      };
    },
    keepMine: () => {
      const saving = now();
      if (saving.is !== "conflict") return;
      base = saving.theirs;
      void save();
    },
  };
}
