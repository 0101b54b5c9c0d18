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
  /** How long it stays. */
  shown_ms: number;
}

const SHOWN_MS = 3_500;
const UNDO_MS = 8_000;
const TOASTS_MAX = 3;

interface Toasts {
  toasts: readonly Toast[];
  push: (toast: Omit<Toast, "id">) => void;
  dismiss: (id: number) => void;
}

let lastId = 0;

export const useToasts = create<Toasts>((set) => ({
  toasts: [],
  push: (toast) => {
    lastId += 1;
    const added = { ...toast, id: lastId };
    set(({ toasts }) => ({ toasts: [...toasts.slice(-(TOASTS_MAX - 1)), added] }));
  },
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}));

const push = (toast: Omit<Toast, "id">) => useToasts.getState().push(toast);

export const toast = {
  success: (text: string) => push({ tone: "success", text, shown_ms: SHOWN_MS }),
  info: (text: string) => push({ tone: "info", text, shown_ms: SHOWN_MS }),
  /** Done already; `undo` takes it back. */
  undo: (text: string, undo: () => void) => push({ tone: "success", text, undo, shown_ms: UNDO_MS }),
  /** Any thrown thing, in words. */
  problem: (error: unknown) => {
    const { title, remedy } = problemText(error);
    push({ tone: "danger", text: title, detail: remedy, shown_ms: UNDO_MS });
  },
};
