// What a person changed in an order and the server does not have yet: kept on this device, so that a closed tab loses nothing.

import { useCallback, useRef, useState } from "react";
import { sent } from "@/model/fill/sent";
import type { OrderPage } from "@/model/order";
import type { Problem } from "@/model/problem";
import type { Value, Values } from "@/model/value";
import { ownPlace } from "@/ui/own_place";
import { readPreference, writePreference } from "@/ui/preference";
import { type Keeping, unsaved, useAutosave } from "./autosave";

export interface Work {
  /** The order's, with the changes on top. */
  values: Values;
  /** What was left here earlier is back. */
  isResumed: boolean;
  keeping: Keeping;
  /** What the server said of the last attempt. */
  problems: readonly Problem[];
  change: (field: string, value: Value) => void;
  /** The changes alone, as the server takes them. */
  wire: () => Values;
  refuse: (problems: readonly Problem[]) => void;
  /** What came back is not wanted: the fields stand as they stood when the page was opened. */
  forget: () => void;
  /** Forgets the changes: they are sent. */
  drop: () => void;
}

const NO_PROBLEMS: readonly Problem[] = [];

/** Of the record, only what was changed: two people at two steps do not overwrite each other. */
export function wireOf({ definition, values, matrix }: OrderPage, changes: Values): Values {
  const all = Object.entries(sent(definition, { ...values, ...changes }, matrix));
  return Object.fromEntries(all.filter(([field]) => field in changes));
}

/** How the fields stood that something was left in; `null`: nothing was. */
export function beforeAll({ values }: OrderPage, left: Values): Values | null {
  const fields = Object.keys(left);
  return fields.length > 0 ? Object.fromEntries(fields.map((field) => [field, values[field] ?? null])) : null;
}

/** Where the changes of an order are kept, for whoever made them. */
export const workPlace = (order: string): string => ownPlace(`work.${order}`);

/** `onSaved` hears which fields stand on the server as they were typed here. */
export function useWork(order: OrderPage, onSaved: (fields: readonly string[]) => void): Work {
  const place = workPlace(order.id);
  const [changes, setChanges] = useState<Values>(() => readPreference(place, {}));
  const [before, setBefore] = useState(() => beforeAll(order, changes));
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const latest = useRef({ order, changes });
  latest.current = { order, changes };

  const put = useCallback(
    (next: Values) => {
      latest.current.changes = next;
      setChanges(next);
      writePreference(place, next);
    },
    [place],
  );
  const change = useCallback(
    (field: string, value: Value) => put({ ...latest.current.changes, [field]: value }),
    [put],
  );
  const keeping = useAutosave({
    order,
    changes,
    wire: (some) => wireOf(latest.current.order, some),
    onSaved: (saved) => {
      put(unsaved(latest.current.changes, saved));
      onSaved(Object.keys(saved));
    },
  });

  return {
    values: { ...order.values, ...changes },
    isResumed: before !== null,
    keeping,
    problems,
    change,
    wire: () => wireOf(latest.current.order, latest.current.changes),
    refuse: setProblems,
    forget: () => {
      put({ ...latest.current.changes, ...before });
      setBefore(null);
    },
    drop: () => {
      put({});
      setBefore(null);
      setProblems(NO_PROBLEMS);
    },
  };
}
