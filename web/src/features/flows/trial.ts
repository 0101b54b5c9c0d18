// A trial run: somebody sends the form filled like this; who would get each step, and by which way? Nothing is created.

import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { type FlowPreview, previewFlow } from "@/api/drafts";
import { sessionQuery } from "@/api/session";
import { sent } from "@/model/fill/sent";
import type { FormDefinition } from "@/model/form";
import type { Value, Values } from "@/model/value";
import type { CanvasScene, TrialMark } from "./canvas_context";
import type { FlowStore } from "./draft_session";

export interface Trial {
  isOpen: boolean;
  toggle: () => void;
  initiator: string | undefined;
  values: Values;
  setInitiator: (user: string) => void;
  setValue: (field: string, value: Value) => void;
  answer: FlowPreview | null;
  error: unknown;
  isBusy: boolean;
  marks: CanvasScene["trial"];
}

const CALM_MS = 350;

export function useTrial(formId: string, store: FlowStore, form: FormDefinition): Trial {
  const { data: me } = useQuery(sessionQuery);
  const doc = useStore(store, ({ history }) => history.doc);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setInitiator] = useState<string>();
  const [values, setValues] = useState<Values>({});
  const [answer, setAnswer] = useState<FlowPreview | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const initiator = chosen ?? me?.user.id;

  useEffect(() => {
    if (!isOpen) return;
    let isStale = false;
    setBusy(true);
    const timer = setTimeout(() => {
      previewFlow(formId, { definition: doc, values: sent(form, values, {}, "edit"), ...(initiator && { initiator }) })
        .then((found) => {
          if (isStale) return;
          setAnswer(found);
          setError(null);
        })
        .catch((trouble: unknown) => !isStale && setError(trouble))
        .finally(() => !isStale && setBusy(false));
    }, CALM_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [isOpen, formId, doc, values, initiator, form]);

  const marks = useMemo(() => (isOpen && answer ? marksOf(answer) : null), [isOpen, answer]);
  return {
    isOpen,
    toggle: () => setOpen(!isOpen),
    initiator,
    values,
    setInitiator,
    setValue: (field, value) => setValues((old) => ({ ...old, [field]: value })),
    answer,
    error,
    isBusy,
    marks,
  };
}

/** A step that is passed twice keeps its first number. */
function marksOf({ steps, path_edges }: FlowPreview): CanvasScene["trial"] {
  const byNode = new Map<string, TrialMark>();
  steps.forEach(({ node, people, warnings }, at) => {
    if (byNode.has(node)) return;
    byNode.set(node, { number: at + 1, people: people.map(({ user }) => user), hasWarning: warnings.length > 0 });
  });
  return { steps: byNode, lines: new Set(path_edges) };
}
