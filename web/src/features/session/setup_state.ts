// What the setup has collected so far. Nothing is sent before the last step but the code.

export type SetupStep = "code" | "organisation" | "administrator" | "start" | "recovery";

export const SETUP_STEPS: readonly SetupStep[] = ["code", "organisation", "administrator", "start", "recovery"];

export interface SetupAnswers {
  token: string;
  organisation: string;
  zone: string;
  name: string;
  login: string;
  password: string;
  start: "repair" | "empty";
  sample: boolean;
}

export const PASSWORD_CHARS_MIN = 12;

export function emptyAnswers(): SetupAnswers {
  return {
    token: "",
    organisation: "",
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "Asia/Shanghai",
    name: "",
    login: "admin",
    password: "",
    start: "repair",
    sample: true,
  };
}
