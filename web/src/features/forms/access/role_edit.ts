// Limits of roles while they are being set: each holds at once, one after the other. What somebody else made of a role meanwhile is
// never lost: the change is made again on top of it, and that is said.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { roles as rolesApi, rolesQuery, type Stated } from "@/api/directory";
import { grantsQuery } from "@/api/grants";
import { isStale } from "@/api/problem";
import { useTranslation } from "@/i18n/words";
import type { Role } from "@/model/party";
import type { Saving } from "@/ui/designer/saving";
import { toast } from "@/ui/toast";

interface Change {
  role: string;
  make: (role: Role) => Role;
}

export interface RoleEdit {
  /** With what is on its way. */
  shown: (roles: readonly Role[]) => Role[];
  saving: Saving<never>;
  change: (role: string, make: (role: Role) => Role) => void;
}

export function useRoleEdit(app: string): RoleEdit {
  const cache = useQueryClient();
  const { t } = useTranslation("forms");
  const [coming, setComing] = useState<readonly Change[]>([]);
  const [saving, setSaving] = useState<Saving<never>>({ is: "saved", at: null });
  const known = (all: readonly Stated<Role>[], id: string): Stated<Role> => {
    const role = all.find((one) => one.id === id);
    if (!role) throw new Error("the role is on the screen");
    return role;
  };
  const { mutate } = useMutation({
    scope: { id: "limits of roles" },
    mutationFn: async ({ role, make }: Change) => {
      const save = (now: Stated<Role>) =>
        rolesApi.save({ ...make(now), ...(now.rev !== undefined && { rev: now.rev }) });
      const seen = known(await cache.ensureQueryData(rolesQuery), role);
      try {
        return await save(seen);
      } catch (error) {
        if (!isStale(error)) throw error;
        const newest = known(await cache.fetchQuery({ ...rolesQuery, staleTime: 0 }), role);
        const saved = await save(newest);
        toast.info(t("access.role.conflict", { name: newest.name }));
        return saved;
      }
    },
    onSuccess: (saved) => {
      cache.setQueryData(rolesQuery.queryKey, (all) => all?.map((role) => (role.id === saved.id ? saved : role)));
      setSaving({ is: "saved", at: Date.now() });
      for (const queryKey of [["apps"], grantsQuery(app).queryKey]) void cache.invalidateQueries({ queryKey });
    },
    onError: (error) => {
      setSaving({ is: "refused", error });
      toast.problem(error);
      void cache.invalidateQueries({ queryKey: rolesQuery.queryKey });
    },
    onSettled: (_saved, _error, change) => setComing((all) => all.filter((one) => one !== change)),
  });
  return {
    shown: (roles) =>
      roles.map((role) =>
        coming.filter((one) => one.role === role.id).reduce<Role>((now, { make }) => make(now), role),
      ),
    saving: coming.length > 0 ? { is: "saving" } : saving,
    change: (role, make) => {
      const change = { role, make };
      setComing((all) => [...all, change]);
      mutate(change);
    },
  };
}
