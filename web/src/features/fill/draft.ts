// One order being written: kept on the device at every change, on the server a moment later, and sent once.

import { createStore, type StoreApi } from "zustand/vanilla";
import { actOnOrder, discardOrderDraft, openOrder, saveOrderDraft, verbPath } from "@/api/orders";
import { ApiProblem } from "@/api/problem";
import { sent } from "@/model/fill/sent";
import type { FieldMatrix, FormDefinition } from "@/model/form";
import { newId } from "@/model/id";
import type { Problem } from "@/model/problem";
import type { Value, Values } from "@/model/value";
import type { LocalCopy } from "./local_copy";

/** `local`: only on this device, because the network fails or the server does not take it half done. */
export type Keeping = "clean" | "dirty" | "saving" | "saved" | "local";

export type Sending = "idle" | "sending" | "sent";

export interface OrderDraft {
  id: string;
  values: Values;
  keeping: Keeping;
  savedAt: number | null;
  sending: Sending;
  /** What the server said of the last attempt to send. */
  problems: readonly Problem[];
  change: (field: string, value: Value) => void;
  /** Saves now what is not saved yet. */
  flush: () => Promise<void>;
  /** Any trouble but a lost network is thrown. `true` once the order is on its way; `false` when it waits for the network. */
  send: () => Promise<boolean>;
  /** What was sent later was refused. */
  refuse: (problems: readonly Problem[]) => void;
  discard: () => Promise<void>;
}

export type DraftStore = StoreApi<OrderDraft>;

export interface DraftOptions {
  form: string;
  definition: FormDefinition;
  matrix: FieldMatrix;
  copy: LocalCopy;
  keep: (copy: LocalCopy | null) => void;
  /** Takes what the network did not: it goes later, whether this page is open or not. */
  queue: (call: QueuedCall) => void;
  /** It waits there: nothing else of this order is sent meanwhile. */
  isQueued: () => boolean;
}

export interface QueuedCall {
  key: string;
  path: string;
  body: unknown;
}

const AUTOSAVE_MS = 3_000;

export function createDraft({ form, definition, matrix, copy, ...host }: DraftOptions): DraftStore {
  let isDraft = copy.isDraft;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = { key: newId(), values: copy.values };

  return createStore<OrderDraft>((set, get) => {
    const store = () => host.keep({ ...copy, values: get().values, isDraft, at: Date.now() });
    const wire = () => sent(definition, get().values, matrix, "edit");

    const save = (taken: Values): Promise<unknown> =>
      isDraft ? saveOrderDraft(copy.id, taken) : openOrder({ id: copy.id, form, values: taken, draft: true });
    /** A half typed phone number keeps nothing else from being saved; it stays on the device. */
    const saveWhatIsTaken = async (all: Values) => {
      try {
        await save(all);
      } catch (error) {
        const refused = error instanceof ApiProblem ? error.problems.map(({ place }) => place) : [];
        if (refused.length === 0) throw error;
        await save(Object.fromEntries(Object.entries(all).filter(([field]) => !refused.includes(field))));
      }
    };
    const flush = async () => {
      clearTimeout(timer);
      if (host.isQueued() || (get().keeping !== "dirty" && get().keeping !== "local")) return;
      const { values } = get();
      set({ keeping: "saving" });
      try {
        await saveWhatIsTaken(wire());
        isDraft = true;
        store();
        set(get().values === values ? { keeping: "saved", savedAt: Date.now() } : { keeping: "dirty" });
      } catch {
        set({ keeping: "local" });
      }
      if (get().keeping === "dirty") plan();
    };
    const plan = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), AUTOSAVE_MS);
    };

    const send = async () => {
      clearTimeout(timer);
      const { values } = get();
      // The same content is the same intent: a second try after a lost answer makes no second order.
      if (attempt.values !== values) attempt = { key: newId(), values };
      set({ sending: "sending", problems: [] });
      try {
        if (isDraft) await actOnOrder(copy.id, "submit", { values: wire() }, { key: attempt.key });
        else await openOrder({ id: copy.id, form, values: wire() }, { key: attempt.key });
        host.keep(null);
        set({ sending: "sent", keeping: "saved" });
        return true;
      } catch (error) {
        if (error instanceof ApiProblem && error.isOffline) {
          const call = isDraft
            ? { path: verbPath(copy.id, "submit"), body: { values: wire() } }
            : { path: "/orders", body: { id: copy.id, form, values: wire() } };
          host.queue({ key: attempt.key, ...call });
          set({ sending: "idle" });
          return false;
        }
        attempt = { key: newId(), values };
        if (get().keeping === "dirty") plan();
        set({ sending: "idle", problems: error instanceof ApiProblem ? error.problems : [] });
        throw error;
      }
    };

    return {
      id: copy.id,
      values: copy.values,
      keeping: "clean",
      savedAt: null,
      sending: "idle",
      problems: [],
      change: (field, value) => {
        set(({ values }) => ({ values: { ...values, [field]: value }, keeping: "dirty", sending: "idle" }));
        store();
        plan();
      },
      flush,
      send,
      refuse: (problems) => {
        attempt = { key: newId(), values: get().values };
        set({ problems });
      },
      discard: async () => {
        clearTimeout(timer);
        if (isDraft) await discardOrderDraft(copy.id);
        host.keep(null);
        set({ keeping: "clean" });
      },
    };
  });
}
