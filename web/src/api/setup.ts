// First run: with the code printed at start, the organisation and its administrator are created once.

import { api } from "./client";

export interface SetupRequest {
  token: string;
  language: "zh" | "en";
  organisation: string;
  /** IANA name. */
  zone: string;
  administrator: { login: string; name: string; password: string };
  start: "repair" | "empty";
  /** Example orders, so that boards are not empty. */
  sample: boolean;
}

/** The code becomes a token that the next steps carry. */
export const proveSetupCode = (code: string): Promise<{ token: string }> => api.post("/setup/code", { code });

/** Signs in as the administrator; the recovery key is shown this once. */
export const setUp = (request: SetupRequest): Promise<{ recovery_key: string }> => api.post("/setup", request);

/** The key typed back proves that it was written down; this ends the setup. */
export const confirmRecoveryKey = (recovery_key: string): Promise<void> =>
  api.post("/setup/recovery", { recovery_key });
