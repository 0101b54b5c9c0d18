// The draft on the server: saved as it changes, with the problems it has, and never over somebody else's work unasked.

import { useCallback, useMemo, useRef, useState } from "react";
import { type Draft, draftQuery, saveDraft } from "@/api/drafts";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { type Conflict, type Rival, rivalOf } from "@/ui/designer/conflict";
import { localCopy, type Opened } from "@/ui/designer/local_copy";
import { type SaveOutcome, useAutosave } from "@/ui/designer/session";
import type { FormStore } from "./session";

export interface Saving {
  problems: readonly Problem[];
  /** Of the draft as the server has it. */
  revision: () => number;
  /** Saves now; `true` when the server has it. */
  saveNow: () => Promise<boolean>;
  conflict: Conflict;
}

const query = (form: string) => draftQuery("form", form);

/** The form as it was left: by the server's word, or as this device kept it unsaved. */
export function openForm({ form, rev, definition }: Draft<FormDefinition>): Opened<FormDefinition> {
  return copyOf(form.id).open({ rev, doc: definition });
}

const copyOf = (form: string) => localCopy<FormDefinition>(`form.${form}`);

export function useSaving(store: FormStore, draft: Draft<FormDefinition>, opened: Opened<FormDefinition>): Saving {
  const form = draft.form.id;
  const rev = useRef(opened.rev);
  const keeper = useMemo(() => {
    const copy = copyOf(form);
    return { keep: (doc: FormDefinition) => copy.keep(rev.current, doc), drop: copy.drop };
  }, [form]);
  const [problems, setProblems] = useState<readonly Problem[]>(draft.problems);
  const [rival, setRival] = useState<Rival | null>(null);

  const write = useCallback(
    async (definition: FormDefinition): Promise<SaveOutcome> => {
      try {
        const saved = await saveDraft("form", form, definition, rev.current);
        rev.current = saved.rev;
        setProblems(saved.problems);
        queryClient.setQueryData(query(form).queryKey, (old) => old && { ...old, ...saved, definition });
        return "saved";
      } catch (error) {
        setRival(rivalOf(error));
        return error instanceof ApiProblem && error.isConflict ? "conflict" : "offline";
      }
    },
    [form],
  );
  useAutosave(store, write, keeper);

  const fetchTheirs = () => queryClient.fetchQuery({ ...query(form), staleTime: 0 });
  const saveNow = async () => {
    const { save, history, setSave } = store.getState();
    if (save === "saved") return true;
    setSave("saving");
    const outcome = await write(history.doc);
    setSave(outcome);
    return outcome === "saved";
  };
  return {
    problems,
    revision: () => rev.current,
    saveNow,
    conflict: {
      rival,
      takeTheirs: async () => {
        const theirs = await fetchTheirs();
        rev.current = theirs.rev;
        setProblems(theirs.problems);
        store.getState().replace(theirs.definition);
      },
      keepMine: async () => {
        const mine = store.getState().history.doc;
        const theirs = await fetchTheirs();
        rev.current = theirs.rev;
        store.getState().setSave(await write(mine));
      },
    },
  };
}
