// Saving and deleting a team or a role.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { directoryQuery, type Stated } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { useDelete } from "@/ui/ask";
import { useOverwrite } from "@/ui/overwrite";
import { isSaidAt, type ProblemAt, problemAt } from "@/ui/problem_at";
import { toast } from "@/ui/toast";

interface GroupApi<T extends { id: string; name: string }> {
  create: (thing: Omit<T, "id">) => Promise<T>;
  save: (thing: Stated<T>) => Promise<T>;
  remove: (id: string) => Promise<void>;
}

export interface GroupEdit<T> {
  at: ProblemAt;
  isSaving: boolean;
  save: (next: T) => void;
  remove: () => Promise<void>;
}

const PLACES = ["name", "members", "powers"];

/** `known` null: a new one. */
export function useGroupEdit<T extends { id: string; name: string }>(
  api: GroupApi<T>,
  known: Stated<T> | null,
  onDone: () => void,
): GroupEdit<Omit<T, "id">> {
  const { t } = useTranslation("directory");
  const cache = useQueryClient();
  const ask = useDelete();
  const overwrite = useOverwrite();
  const done = async () => {
    await cache.invalidateQueries({ queryKey: directoryQuery.queryKey });
    onDone();
  };
  const saving = useMutation({
    mutationFn: (next: Omit<T, "id">) => {
      if (!known) return api.create(next);
      const thing = { ...next, id: known.id } as T;
      return overwrite(known.name, (isOver) => api.save(isOver ? thing : { ...thing, rev: known.rev }));
    },
    onSuccess: done,
    onError: (error) => {
      if (!isSaidAt(error, PLACES)) toast.problem(error);
    },
  });
  return {
    at: problemAt(saving.error),
    isSaving: saving.isPending,
    save: (next) => {
      if (!saving.isPending) saving.mutate(next);
    },
    remove: async () => {
      if (!known) return;
      const question = { title: t("deleteTitle", { name: known.name }), text: t("deleteText") };
      if (await ask(question, () => api.remove(known.id))) await done();
    },
  };
}
