// One open draft: what is drawn, how it is saved, what the server says is wrong with it, and how it becomes a version.

import { useCallback, useMemo, useRef, useState } from "react";
import { type Draft, draftQuery, publishDraft, saveDraft } from "@/api/drafts";
import { ApiProblem, unreachable } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { applyFlow, type FlowChange } from "@/model/edit/flow";
import type { FlowDefinition } from "@/model/flow";
import { newId } from "@/model/id";
import type { Problem } from "@/model/problem";
import { type Conflict, type Rival, rivalOf } from "@/ui/designer/conflict";
import { localCopy } from "@/ui/designer/local_copy";
import { useRecalled } from "@/ui/designer/recalled";
import { createDesigner, type DesignerStore, type SaveOutcome, useAutosave } from "@/ui/designer/session";
import { toast } from "@/ui/toast";

export type FlowStore = DesignerStore<FlowDefinition, FlowChange>;

export interface FlowSession {
  store: FlowStore;
  problems: readonly Problem[];
  /** The version it became, or what is wrong with the drawing. */
  publish: (note: string) => Promise<number | readonly Problem[]>;
  conflict: Conflict;
}

export function useFlowSession(draft: Draft<FlowDefinition>): FlowSession {
  const form = draft.form.id;
  const copy = useMemo(() => localCopy<FlowDefinition>(`flow.${form}`), [form]);
  const [opened] = useState(() => copy.open({ rev: draft.rev, doc: draft.definition }));
  const [store] = useState(() =>
    createDesigner<FlowDefinition, FlowChange>(opened.doc, applyFlow, opened.isRecalled ? "dirty" : "saved"),
  );
  const [problems, setProblems] = useState<readonly Problem[]>(draft.problems);
  const [rival, setRival] = useState<Rival | null>(null);
  const saved = useRef({ rev: opened.rev, doc: draft.definition });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const keeper = useMemo(
    () => ({ keep: (doc: FlowDefinition) => copy.keep(saved.current.rev, doc), drop: copy.drop }),
    [copy],
  );
  useRecalled(opened.isRecalled);

  const save = useCallback(
    async (doc: FlowDefinition): Promise<SaveOutcome> => {
      if (doc === saved.current.doc) return "saved";
      try {
        const answer = await saveDraft("flow", form, doc, saved.current.rev);
        saved.current = { rev: answer.rev, doc };
        setProblems(answer.problems);
        return "saved";
      } catch (error) {
        setRival(rivalOf(error));
        if (error instanceof ApiProblem && error.isConflict) return "conflict";
        if (!(error instanceof ApiProblem && error.isPassing)) toast.problem(error);
        return "offline";
      }
    },
    [form],
  );
  // One after the other: each save is based on the revision the one before it made.
  const write = useCallback(
    (doc: FlowDefinition) => {
      const next = queue.current.then(() => save(doc));
      queue.current = next;
      return next;
    },
    [save],
  );
  useAutosave(store, write, keeper);

  const publish = async (note: string): Promise<number | readonly Problem[]> => {
    const outcome = await write(store.getState().history.doc);
    store.getState().setSave(outcome);
    if (outcome === "offline") throw unreachable();
    // The bar above the canvas asks whose drawing it shall be.
    if (outcome === "conflict") return [];
    try {
      return (await publishDraft("flow", form, saved.current.rev, note, { key: newId() })).version;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problems.length === 0) throw error;
      setProblems(error.problems);
      return error.problems;
    }
  };
  const theirs = () => queryClient.fetchQuery({ ...draftQuery("flow", form), staleTime: 0 });
  const takeTheirs = async () => {
    const { rev, definition, problems: found } = await theirs();
    saved.current = { rev, doc: definition };
    setProblems(found);
    store.getState().replace(definition);
  };
  const keepMine = async () => {
    const { rev, definition } = await theirs();
    saved.current = { rev, doc: definition };
    store.getState().setSave("saving");
    store.getState().setSave(await write(store.getState().history.doc));
  };
  return { store, problems, publish, conflict: { rival, takeTheirs, keepMine } };
}
