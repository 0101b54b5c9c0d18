// First passwords for many people at once, to be handed out as a list.

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type DirectoryUser, directoryQuery, setPassword } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { toast } from "@/ui/toast";
import { csvOf, download } from "./import_file";
import { initialPassword } from "./initial_password";

interface Given {
  user: DirectoryUser;
  password: string;
}

export interface PasswordRound {
  isRunning: boolean;
  total: number;
  /** Kept in this page alone: gone when it closes. */
  given: readonly Given[];
  run: (users: readonly DirectoryUser[]) => Promise<void>;
  stop: () => void;
  save: () => void;
}

export function usePasswordRound(): PasswordRound {
  const { t } = useTranslation("directory");
  const cache = useQueryClient();
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [total, setTotal] = useState(0);
  const [isRunning, setRunning] = useState(false);
  const isStopped = useRef(false);
  const run = async (users: readonly DirectoryUser[]) => {
    isStopped.current = false;
    setTotal(given.length + users.length);
    setRunning(true);
    try {
      for (const user of users) {
        if (isStopped.current) break;
        const password = initialPassword();
        await setPassword(user.id, password);
        setGiven((old) => [...old, { user, password }]);
      }
    } catch (error) {
      toast.problem(error);
    } finally {
      setRunning(false);
      await cache.invalidateQueries({ queryKey: directoryQuery.queryKey });
    }
  };
  return {
    isRunning,
    total,
    given,
    run,
    stop: () => {
      isStopped.current = true;
    },
    save: () => {
      const head = [t("user.name"), t("user.login"), t("password.label")];
      const rows = given.map(({ user, password }) => [user.name, user.login ?? "", password]);
      download(csvOf([head, ...rows]), t("round.file"));
    },
  };
}
