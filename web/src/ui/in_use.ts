// What still uses a thing that somebody wants to delete: in words, and where to go for it. The server names it by names.

import { type AppSummary, appsQuery } from "@/api/apps";
import { ApiProblem } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { i18n } from "@/i18n/i18n";

export interface Use {
  words: string;
  /** `null`: nobody can be led there by what is known. */
  href: string | null;
}

const PLACES: Record<string, string> = {
  users: "/directory",
  departments: "/directory",
  teams: "/directory/teams",
  roles: "/directory/roles",
};

const DESIGNERS: Record<string, string> = { flows: "flow", forms: "design" };

/** Of `设备报修.派单`, the one form that is called so; several of one name lead nowhere. */
function designerOf(kind: string, path: string, apps: readonly AppSummary[]): string | null {
  const found = apps.flatMap((app) =>
    app.forms.filter(({ name }) => `${path}.`.startsWith(`${name}.`)).map((form) => ({ app, form })),
  );
  const [only] = found;
  return only && found.length === 1 ? `/apps/${only.app.id}/forms/${only.form.id}/${DESIGNERS[kind]}` : null;
}

function hrefOf(kind: string, path: string, apps: readonly AppSummary[]): string | null {
  if (kind in DESIGNERS) return designerOf(kind, path, apps);
  if (kind !== "boards") return PLACES[kind] ?? null;
  const [only, ...more] = apps.flatMap(({ id, boards }) =>
    boards.filter(({ name }) => name === path).map((board) => `/apps/${id}/boards/${board.id}`),
  );
  return more.length === 0 ? (only ?? null) : null;
}

/** `flows.设备报修.派单` as a person says it, with the way there. */
export function placeOf(path: string, apps: readonly AppSummary[]): Use {
  const [kind = "", ...names] = path.split(".");
  const noun = i18n.exists(`ask.kind.${kind}`) ? i18n.t(`ask.kind.${kind}` as never) : "";
  const words = [noun, names.join(" / ")].filter(Boolean).join(" · ");
  return { words, href: hrefOf(kind, names.join("."), apps) };
}

export async function usersOf(error: unknown): Promise<Use[]> {
  if (!(error instanceof ApiProblem) || error.code !== "in_use" || !Array.isArray(error.data.by)) return [];
  const apps = await queryClient.ensureQueryData(appsQuery).catch(() => []);
  return error.data.by.map((path) => placeOf(String(path), apps));
}
