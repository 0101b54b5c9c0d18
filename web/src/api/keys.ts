// Ways in to the data, and the keys it is sealed with. Secrets go in and come out once.

import { queryOptions } from "@tanstack/react-query";
import { api } from "./client";

export type SlotKind = "key_file" | "passphrase" | "recovery" | "credential";

export interface KeySlot {
  slot: number;
  kind: SlotKind;
}

export interface ClassKeys {
  class: "records" | "attachments" | "journal" | "secrets";
  /** All but the newest only open. */
  keys: number;
  seals: number;
}

export interface Keys {
  slots: KeySlot[];
  classes: ClassKeys[];
  /** Of one subkey; then the next one begins by itself. */
  seals_max: number;
  rotation: { done: number; of: number } | null;
  /** Something still stands under an old key. */
  is_rotating: boolean;
}

const ROTATION_LOOK_MS = 2000;

export const keysQuery = queryOptions({
  queryKey: ["keys"],
  queryFn: ({ signal }) => api.get<Keys>("/keys", { signal }),
  refetchInterval: ({ state }) => (state.data?.is_rotating ? ROTATION_LOOK_MS : false),
});

/** It opens nothing until it is typed back. */
export const drawRecoveryKey = (): Promise<{ recovery_key: string }> => api.post("/keys/recovery", {});

/** In the place of that slot's, or as one more. */
export const keepRecoveryKey = (recovery_key: string, slot: number | null): Promise<Keys> =>
  api.put("/keys/recovery", { recovery_key, slot });

export const addPassphrase = (passphrase: string): Promise<Keys> => api.post("/keys/passphrases", { passphrase });

/** Of what people type; the last one stays. */
export const removeSlot = (slot: number): Promise<Keys> => api.delete(`/keys/slots/${slot}`);

export const rotateKeys = (): Promise<Keys> => api.post("/keys/rotate", {});

/** `secrets`: of every slot that a person opens. */
export const rotateRootKey = (secrets: string[]): Promise<void> => api.post("/keys/rotate-root", { secrets });
