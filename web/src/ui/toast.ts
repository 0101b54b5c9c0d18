// Short messages at the bottom: what happened, and the way to take it back.

import { create } from "zustand";
import { problemText } from "./problem_text";

export type ToastTone = "success" | "info" | "danger";

export interface Toast {
  id: number;
  tone: ToastTone;
  text: string;
  detail?: string;
  undo?: () => void;
  /** It happens when the toast ends, and now if the person wants that. */
  now?: () => void;
  /** How long it stays. */
  shown_ms: number;
}

const SHOWN_MS = 3_500;
const UNDO_MS = 8_000;
/** Of those that only say something; what can be taken back stays as long as was promised. */
const TOASTS_MAX = 3;

interface Toasts {
  toasts: readonly Toast[];
  push: (toast: Omit<Toast, "id">) => number;
  dismiss: (id: number) => void;
}

let lastId = 0;

export const useToasts = create<Toasts>((set, get) => ({
  toasts: [],
  push: (toast) => {
    lastId += 1;
    const id = lastId;
    set(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }] }));
    const said = get().toasts.filter(({ undo }) => !undo);
    for (const old of said.slice(0, -TOASTS_MAX)) get().dismiss(old.id);
    return id;
  },
  dismiss: (id) => {
    set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
  },
}));

const put = (toast: Omit<Toast, "id">): number => useToasts.getState().push(toast);
const push = (toast: Omit<Toast, "id">): void => void put(toast);

export const toast = {
  success: (text: string) => push({ tone: "success", text, shown_ms: SHOWN_MS }),
  info: (text: string) => push({ tone: "info", text, shown_ms: SHOWN_MS }),
  /** `undo` takes it back: something done already or, with `now`, something that is about to happen. Returns its end. */
  undo: (text: string, undo: () => void, coming?: Required<Pick<Toast, "now" | "shown_ms">>): (() => void) => {
    const id = put({ tone: "success", text, undo, shown_ms: UNDO_MS, ...coming });
    return () => useToasts.getState().dismiss(id);
  },
  refused: (text: string, detail: string) => push({ tone: "danger", text, detail, shown_ms: UNDO_MS }),
  /** Any thrown thing, in words. */
  problem: (error: unknown) => {
    const { title, remedy } = problemText(error);
    push({ tone: "danger", text: title, detail: remedy, shown_ms: UNDO_MS });
  },
};
