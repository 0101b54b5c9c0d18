// Saving a person: the record first, then the roles that change, then, for somebody new, the first password.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { directoryQuery, roles as rolesApi, rolesQuery, setPassword, users } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { hasSameContent } from "@/model/content";
import { useOverwrite } from "@/ui/overwrite";
import { isSaidAt, type ProblemAt, problemAt } from "@/ui/problem_at";
import { toast } from "@/ui/toast";
import { initialPassword } from "./initial_password";
import { changedRoles, isWhole, type UserDraft } from "./user_draft";

export const SAVE_USER = ["directory", "save user"];

const PLACES = ["login", "name", "email", "mobile", "departments", "manager", "positions"];

export interface UserEdit {
  /** Known once a new person was saved. */
  id: string | null;
  draft: UserDraft;
  isChanged: boolean;
  give: (change: Partial<UserDraft["user"]> & { roles?: readonly string[] }) => void;
  at: ProblemAt;
  save: () => void;
  /** The one moment somebody may read it. */
  password: string | null;
  givePassword: () => void;
  forgetPassword: () => void;
}

export function useUserEdit(first: string | null, start: UserDraft, onDone: () => void): UserEdit {
  const { t } = useTranslation("directory");
  const cache = useQueryClient();
  const [begun] = useState(start);
  const [draft, setDraft] = useState(begun);
  const [id, setId] = useState(first);
  const [password, setShown] = useState<string | null>(null);
  // A new person saved before their roles or password failed must not be made twice.
  const made = useRef(first);
  const rev = useRef(begun.rev);
  const overwrite = useOverwrite();

  const renew = () => cache.invalidateQueries({ queryKey: directoryQuery.queryKey });
  const issue = async (user: string) => {
    const secret = initialPassword();
    await setPassword(user, secret);
    setShown(secret);
  };
  const saving = useMutation({
    mutationKey: SAVE_USER,
    mutationFn: async () => {
      const { login, name, ...rest } = draft.user;
      const record = { ...rest, login: login.trim(), name: name.trim() };
      const known = made.current;
      const saved = known
        ? await overwrite(record.name, (isOver) =>
            users.save({ id: known, ...record, ...(!isOver && rev.current !== undefined && { rev: rev.current }) }),
          )
        : await users.create(record);
      const user = known ?? saved.id;
      made.current = user;
      rev.current = saved.rev;
      setId(user);
      const roles = await cache.fetchQuery({ ...rolesQuery, staleTime: 0 });
      for (const role of changedRoles(roles, user, draft.roles)) await rolesApi.save(role);
      if (!first) await issue(user);
    },
    onSuccess: () => {
      toast.success(t("user.saved", { name: draft.user.name }));
      if (first) onDone();
    },
    onError: (error) => {
      if (!isSaidAt(error, PLACES)) toast.problem(error);
    },
    onSettled: renew,
  });
  const passing = useMutation({ mutationFn: issue, onError: toast.problem, onSettled: renew });

  return {
    id,
    draft,
    isChanged: !saving.isSuccess && !hasSameContent(draft, begun),
    give: ({ roles, ...change }) =>
      setDraft((old) => ({ ...old, user: { ...old.user, ...change }, roles: roles ?? old.roles })),
    at: problemAt(saving.error),
    save: () => {
      if (!saving.isPending && isWhole(draft)) saving.mutate();
    },
    password,
    givePassword: () => {
      if (id && !passing.isPending) passing.mutate(id);
    },
    forgetPassword: () => {
      setShown(null);
      if (!first) onDone();
    },
  };
}
