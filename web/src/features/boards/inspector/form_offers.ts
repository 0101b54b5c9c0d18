// Which forms a tile may count: those of the app, and the one it counts already where that is of another app.

import { useQuery } from "@tanstack/react-query";
import { type AppForm, appsQuery } from "@/api/apps";

export interface FormOffer {
  value: string;
  label: string;
}

/** Without the form that is counted where this person cannot see it. */
export function useFormOffers(forms: readonly AppForm[], counted: string): FormOffer[] {
  const { data: apps = [] } = useQuery(appsQuery);
  const own = forms.map(({ id, name }) => ({ value: id, label: name }));
  if (own.some(({ value }) => value === counted)) return own;
  const foreign = apps.flatMap((app) =>
    app.forms.filter(({ id }) => id === counted).map(({ id, name }) => ({ value: id, label: `${name} · ${app.name}` })),
  );
  return [...own, ...foreign];
}
