// Who may fill in a form that is published before anybody was given leave to: as a rule everybody, each seeing their own orders.

import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { rolesQuery } from "@/api/directory";
import type { FormHead } from "@/api/drafts";
import { fillingIn, grantsQuery, isOpen, saveGrants } from "@/api/grants";
import type { Role } from "@/model/party";
import { usePower } from "@/ui/powers";

export type Opening =
  /** Somebody may fill it in already, or nobody knows yet. */
  | { is: "settled" }
  /** Only an administrator may open it. */
  | { is: "others'" }
  | { is: "asked"; roles: readonly Role[]; chosen: readonly string[]; choose: (roles: string[]) => void };

interface Opener {
  opening: Opening;
  /** Gives the leave that was chosen, if any. */
  open: () => Promise<void>;
}

const SETTLED: Opener = { opening: { is: "settled" }, open: async () => undefined };

export function useOpening(form: FormHead): Opener {
  const cache = useQueryClient();
  const canGrant = usePower("administer");
  const { data: granted } = useQuery(grantsQuery(form.app));
  const { data: roles } = useQuery(canGrant ? rolesQuery : { ...rolesQuery, queryFn: skipToken });
  const [choice, choose] = useState<readonly string[] | null>(null);
  if (!granted || isOpen(granted.grants, form.id)) return SETTLED;
  if (!canGrant) return { ...SETTLED, opening: { is: "others'" } };
  if (!roles) return SETTLED;
  const chosen = choice ?? roles.filter(({ everyone }) => everyone).map(({ id }) => id);
  const open = async () => {
    if (chosen.length === 0) return;
    await saveGrants(form.app, [...granted.grants, ...chosen.map((role) => fillingIn(role, form.id))], granted.rev);
    const stale = [["drafts", "grants"], ["directory"], ["apps"]];
    await Promise.all(stale.map((queryKey) => cache.invalidateQueries({ queryKey })));
  };
  return { opening: { is: "asked", roles, chosen, choose }, open };
}
