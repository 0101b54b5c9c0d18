// A trial run: somebody sends the form filled like this; who would get each step, and by which way? Nothing is created.

import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { type FlowPreview, previewFlow } from "@/api/drafts";
import { sessionQuery } from "@/api/session";
import { sent } from "@/model/fill/sent";
import type { FlowDefinition } from "@/model/flow";
import type { FormDefinition } from "@/model/form";
import type { Value, Values } from "@/model/value";
import type { CanvasScene, TrialMark } from "../canvas/canvas_context";
import type { FlowStore } from "../edits/draft_session";
import { wayInto } from "./trial_path";

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
  /** The step that is looked at, counted from 0; `null` while the whole way is. */
  at: number | null;
  stand: (at: number | null) => void;
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
  const [stood, stand] = useState<number | null>(null);
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

  // Another answer may have fewer steps.
  const at = stood !== null && answer && stood < answer.steps.length ? stood : null;
  const marks = useMemo(() => (isOpen && answer ? marksOf(answer, doc, at) : null), [isOpen, answer, doc, at]);
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
    at,
    stand,
    marks,
  };
}

/** A step that is passed twice keeps its first number. Step by step, what comes later is not lit yet. */
function marksOf({ steps, path_edges }: FlowPreview, flow: FlowDefinition, at: number | null): CanvasScene["trial"] {
  const byNode = new Map<string, TrialMark>();
  const lit = at === null ? steps : steps.slice(0, at + 1);
  lit.forEach(({ node, people, warnings }, index) => {
    const number = byNode.get(node)?.number ?? index + 1;
    const hasWarning = warnings.length > 0;
    byNode.set(node, { number, people: people.map(({ user }) => user), hasWarning, isHere: index === at });
  });
  const lines =
    at === null ? path_edges : lit.flatMap(({ node }) => wayInto(flow, path_edges, steps, node).map(({ id }) => id));
  return { steps: byNode, lines: new Set(lines) };
}
