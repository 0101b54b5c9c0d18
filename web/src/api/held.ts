// Decisions that the server keeps for a moment before they go: for whoever decided they can be taken back on every device, and
// nobody else knows of them.

import { api } from "./client";

export interface Told {
  id: string;
  ok: boolean;
  code?: string;
  title?: string;
}

export const takeBack = (ids: readonly string[]): Promise<Told[]> => api.post("/held/take-back", { ids });

/** Without waiting any longer. */
export const sendHeld = (ids: readonly string[]): Promise<Told[]> => api.post("/held/send", { ids });
