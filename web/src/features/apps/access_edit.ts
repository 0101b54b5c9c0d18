// The grants of an app being edited: nothing holds before it is saved as a whole.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AppSummary } from "@/api/apps";
import { type AppGrant, type AppGrants, grantsQuery, saveGrants } from "@/api/grants";
import { useTranslation } from "@/i18n/words";
import { newId } from "@/model/id";
import { useLeaveGuard } from "@/ui/leave_guard";
import { useOverwrite } from "@/ui/overwrite";
import { isSaidAt, type ProblemAt, problemAt } from "@/ui/problem_at";
import { toast } from "@/ui/toast";
import { type GrantLine, presetOf, sent, unfinished } from "./grants_draft";

export interface AccessEdit {
  lines: readonly GrantLine[];
  isChanged: boolean;
  isSaving: boolean;
  /** Lines that say nothing yet. */
  blanks: ReadonlySet<string>;
  at: ProblemAt;
  add: (role: string) => void;
  change: (key: string, change: Partial<AppGrant>) => void;
  remove: (key: string) => void;
  reset: () => void;
  save: () => void;
}

const linesOf = (grants: readonly AppGrant[]): GrantLine[] => grants.map((grant) => ({ ...grant, key: newId() }));
const text = (grants: readonly AppGrant[]): string =>
  JSON.stringify(
    grants.map(({ role, form, actions, scope, fields }) => [role, form ?? null, actions, scope, fields ?? {}]),
  );

export function useAccessEdit(app: AppSummary, first: AppGrants): AccessEdit {
  const { t } = useTranslation("apps");
  const cache = useQueryClient();
  const overwrite = useOverwrite();
  const [kept, setKept] = useState(first);
  const [lines, setLines] = useState<readonly GrantLine[]>(() => linesOf(first.grants));
  const isChanged = text(sent(lines)) !== text(kept.grants);
  const saving = useMutation({
    mutationFn: () => overwrite(app.name, (isOver) => saveGrants(app.id, sent(lines), isOver ? undefined : kept.rev)),
    onSuccess: async (saved) => {
      cache.setQueryData(grantsQuery(app.id).queryKey, saved);
      setKept(saved);
      setLines(linesOf(saved.grants));
      toast.success(t("access.saved"));
      await Promise.all(
        [["directory"], ["apps"], ["session"]].map((queryKey) => cache.invalidateQueries({ queryKey })),
      );
    },
    onError: (error) => {
      if (!isSaidAt(error, ["grants"])) toast.problem(error);
    },
  });
  useLeaveGuard(isChanged);
  return {
    lines,
    isChanged,
    isSaving: saving.isPending,
    blanks: unfinished(lines),
    at: problemAt(saving.error),
    add: (role) => setLines((old) => [...old, { key: newId(), role, form: null, ...presetOf("submit") }]),
    change: (key, change) => setLines((old) => old.map((line) => (line.key === key ? { ...line, ...change } : line))),
    remove: (key) => setLines((old) => old.filter((line) => line.key !== key)),
    reset: () => setLines(linesOf(kept.grants)),
    save: () => {
      if (!saving.isPending) saving.mutate();
    },
  };
}
