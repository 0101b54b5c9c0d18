// The words of an order being written: where its content is, and what can be done with it.

import type { StoreApi } from "zustand/vanilla";
import type { FieldMatrix, FormDefinition } from "@/model/form";
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
  /** Another window or device sent it, or threw it away: nothing of it is kept any more. */
  ended: "sent" | "thrown" | null;
  /** What the server said of the last attempt to send. */
  problems: readonly Problem[];
  change: (field: string, value: Value) => void;
  /** Something was brought that is no value yet: there is a draft that it can become one of. */
  begin: () => void;
  /** Saves now what is not saved yet. */
  flush: () => Promise<void>;
  /** Trouble is thrown. `true` once the order is on its way; `false` when it waits for the network, or was sent elsewhere. */
  send: () => Promise<boolean>;
  /** What was sent later was refused. */
  refuse: (error: unknown) => Promise<void>;
  /** Of no use to anybody. What the server cannot be told now, it is told later. */
  discard: () => Promise<void>;
}

export type DraftStore = StoreApi<OrderDraft>;

export interface DraftOptions {
  form: string;
  definition: FormDefinition;
  matrix: FieldMatrix;
  copy: LocalCopy;
  /** The server does not have all of it. */
  isUnsaved: boolean;
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
