// Limits of roles while they are being set: each holds at once, one after the other. What somebody else made of a role meanwhile is
// never lost: the change is made again on top of it, once that was said.

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { roles as rolesApi, rolesQuery, type Stated } from "@/api/directory";
import { grantsQuery } from "@/api/grants";
import type { Role } from "@/model/party";
import type { Saving } from "@/ui/designer/saving";
import { useOverwrite } from "@/ui/overwrite";
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
  const overwrite = useOverwrite();
  const [coming, setComing] = useState<readonly Change[]>([]);
  const [saving, setSaving] = useState<Saving<never>>({ is: "saved", at: null });
  const known = (all: readonly Stated<Role>[], id: string): Stated<Role> => {
    const role = all.find((one) => one.id === id);
    if (!role) throw new Error("the role is on the screen");
    return role;
  };
  const { mutate } = useMutation({
    scope: { id: "limits of roles" },
    mutationFn: async ({ role: id, make }: Change) => {
      const now = known(await cache.ensureQueryData(rolesQuery), id);
      return overwrite(now.name, async (isOver) => {
        const before = isOver ? known(await cache.fetchQuery({ ...rolesQuery, staleTime: 0 }), id) : now;
        return rolesApi.save({ ...make(before), ...(before.rev !== undefined && { rev: before.rev }) });
      });
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
