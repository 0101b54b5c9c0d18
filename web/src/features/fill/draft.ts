// One order being written: kept on the device at every change, on the server a moment later, and sent once.

import { createStore } from "zustand/vanilla";
import { ApiProblem } from "@/api/problem";
import { sent } from "@/model/fill/sent";
import { newId } from "@/model/id";
import type { Values } from "@/model/value";
import { endAfter, throwAway } from "./fate";
import { onServer } from "./on_server";
import type { DraftOptions, DraftStore, OrderDraft } from "./order_draft";

/** After the first change that is not saved, however much follows. */
const AUTOSAVE_MS = 3_000;

export function createDraft({ form, definition, matrix, copy, isUnsaved, ...host }: DraftOptions): DraftStore {
  const server = onServer(form, copy);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: Promise<void> | null = null;
  let attempt = { key: newId(), values: copy.values };

  return createStore<OrderDraft>((set, get) => {
    const store = () => host.keep({ ...copy, values: get().values, isDraft: server.isDraft(), at: Date.now() });
    const wire = () => sent(definition, get().values, matrix, "edit");
    const isOver = () => get().ended !== null || get().sending === "sent";
    const stop = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const plan = () => {
      timer ??= setTimeout(() => void flush(), AUTOSAVE_MS);
    };
    /** Whether it goes on; else nothing of it is written any more. */
    const goesOn = async (error: unknown) => {
      const ended = await endAfter(error, copy.id, server.isDraft());
      if (ended === null || isOver()) return ended === null;
      stop();
      host.keep(null);
      set({ ended, keeping: "clean", sending: "idle" });
      return false;
    };

    const save = async () => {
      const { values } = get();
      set({ keeping: "saving" });
      try {
        const isWhole = await server.put(wire());
        if (isOver()) return;
        if (isWhole && get().values === values) host.keep(null);
        else store();
        set(get().values === values ? { keeping: "saved", savedAt: Date.now() } : { keeping: "dirty" });
      } catch (error) {
        if (isOver() || !(await goesOn(error))) return;
        store();
        set({ keeping: "local" });
      }
      if (get().keeping === "dirty") plan();
    };
    const flush = async () => {
      stop();
      // One at a time: the first makes the draft that the second changes.
      await underWay;
      if (isOver() || host.isQueued() || (get().keeping !== "dirty" && get().keeping !== "local")) return;
      underWay ??= save().finally(() => {
        underWay = null;
      });
      await underWay;
    };

    const send = async () => {
      if (isOver()) return false;
      stop();
      const { values } = get();
      // The same content is the same intent: a second try after a lost answer makes no second order.
      if (attempt.values !== values) attempt = { key: newId(), values };
      set({ sending: "sending", problems: [] });
      await underWay;
      try {
        await server.send(wire(), attempt.key);
        stop();
        host.keep(null);
        set({ sending: "sent", keeping: "saved" });
        return true;
      } catch (error) {
        if (error instanceof ApiProblem && error.isOffline) {
          host.queue({ key: attempt.key, ...server.call(wire()) });
          set({ sending: "idle" });
          return false;
        }
        if (!(await goesOn(error))) return false;
        attempt = { key: newId(), values };
        if (get().keeping === "dirty") plan();
        set({ sending: "idle", problems: error instanceof ApiProblem ? error.problems : [] });
        throw error;
      }
    };

    const soil = (values: Values) => {
      if (isOver()) return;
      set({ values, keeping: "dirty", sending: "idle" });
      store();
      plan();
    };

    return {
      id: copy.id,
      values: copy.values,
      keeping: isUnsaved ? "local" : "clean",
      savedAt: null,
      sending: "idle",
      ended: null,
      problems: [],
      change: (field, value) => soil({ ...get().values, [field]: value }),
      begin: () => soil(get().values),
      flush,
      send,
      refuse: async (error) => {
        if (!(await goesOn(error))) return;
        attempt = { key: newId(), values: get().values };
        set({ problems: error instanceof ApiProblem ? error.problems : [] });
      },
      discard: async () => {
        stop();
        await underWay;
        const isThere = get().ended === null && server.isDraft();
        const isThrown = isThere && !(await throwAway(copy.id));
        host.keep(isThrown ? { ...copy, values: {}, isDraft: true, isThrown, at: Date.now() } : null);
        set({ keeping: "clean", ended: "thrown" });
      },
    };
  });
}
