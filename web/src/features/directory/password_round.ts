// First passwords for many people at once: a job of the tray. Nobody can look them up later, so the list of those that were given is
// handed out whenever the round ends, however it ends.

import { create } from "zustand";
import { type DirectoryUser, directoryQuery, setPassword } from "@/api/directory";
import { queryClient } from "@/api/query_client";
import { i18n } from "@/i18n/i18n";
import { startSteps } from "@/ui/jobs";
import { problemText } from "@/ui/problem_text";
import { saveFile } from "@/ui/save_file";
import { csvOf } from "./import_file";
import { initialPassword } from "./initial_password";

interface Given {
  user: DirectoryUser;
  password: string;
}

interface PasswordRound {
  isRunning: boolean;
  /** Kept in this window alone, until the page of the import is left. */
  given: readonly Given[];
}

const NONE: PasswordRound = { isRunning: false, given: [] };

export const usePasswordRound = create<PasswordRound>(() => NONE);

export async function givePasswords(users: readonly DirectoryUser[]): Promise<void> {
  const word = (key: "running" | "done", count = 0) => i18n.t(`round.${key}`, { ns: "directory", count });
  const { tell, isStopped } = startSteps({ title: word("running"), total: users.length });
  usePasswordRound.setState({ isRunning: true });
  const waiting = [...users];
  const failures = [];
  try {
    for (let user = waiting[0]; user && !isStopped(); user = waiting[0]) {
      const password = initialPassword();
      await setPassword(user.id, password);
      waiting.shift();
      const given = [...usePasswordRound.getState().given, { user, password }];
      usePasswordRound.setState({ given });
      tell({ done: users.length - waiting.length });
    }
  } catch (error) {
    failures.push({ title: waiting[0]?.name ?? "", reason: problemText(error).title });
  }
  usePasswordRound.setState({ isRunning: false });
  savePasswords();
  tell({ ended: word("done", users.length - waiting.length), failures, retry: () => void givePasswords(waiting) });
  await queryClient.invalidateQueries({ queryKey: directoryQuery.queryKey });
}

export function savePasswords(): void {
  const { given } = usePasswordRound.getState();
  if (given.length === 0) return;
  const word = (key: "user.name" | "user.login" | "password.label" | "round.file") => i18n.t(key, { ns: "directory" });
  const head = [word("user.name"), word("user.login"), word("password.label")];
  const rows = given.map(({ user, password }) => [user.name, user.login ?? "", password]);
  saveFile(csvOf([head, ...rows]), word("round.file"));
}

/** The list was handed out. */
export function forgetPasswords(): void {
  if (!usePasswordRound.getState().isRunning) usePasswordRound.setState(NONE);
}
