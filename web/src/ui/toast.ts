// Short messages at the bottom: what happened, and eight seconds to take it back.

import { create } from "zustand";
import { problemText } from "./problem_text";

export type ToastTone = "success" | "info" | "danger";

export interface Toast {
  id: number;
  tone: ToastTone;
  text: string;
  detail?: string;
  undo?: () => void;
  /** Runs once it is gone, for whatever reason. */
  ended?: () => void;
  /** How long it stays. */
  shown_ms: number;
}

const SHOWN_MS = 3_500;
const UNDO_MS = 8_000;
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
    // One that something still waits for keeps its time.
    const { toasts } = get();
    const spare = toasts.filter(({ ended }) => !ended);
    for (const old of spare.slice(0, Math.max(0, toasts.length - TOASTS_MAX))) get().dismiss(old.id);
    return id;
  },
  dismiss: (id) => {
    const gone = get().toasts.find((toast) => toast.id === id);
    set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
    gone?.ended?.();
  },
}));

const put = (toast: Omit<Toast, "id">): number => useToasts.getState().push(toast);
const push = (toast: Omit<Toast, "id">): void => void put(toast);

export const toast = {
  success: (text: string) => push({ tone: "success", text, shown_ms: SHOWN_MS }),
  info: (text: string) => push({ tone: "info", text, shown_ms: SHOWN_MS }),
  /** `undo` takes it back: something done already or, with `ended`, something that happens when it is gone. Returns its end. */
  undo: (text: string, undo: () => void, ended?: () => void): (() => void) => {
    const id = put({ tone: "success", text, undo, ...(ended && { ended }), shown_ms: UNDO_MS });
    return () => useToasts.getState().dismiss(id);
  },
  refused: (text: string, detail: string) => push({ tone: "danger", text, detail, shown_ms: UNDO_MS }),
  /** Any thrown thing, in words. */
  problem: (error: unknown) => {
    const { title, remedy } = problemText(error);
    push({ tone: "danger", text: title, detail: remedy, shown_ms: UNDO_MS });
  },
};
