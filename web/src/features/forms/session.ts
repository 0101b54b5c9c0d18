// The open form: its document, its selection, and what everybody in the designer may ask of it.

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import { applyForm, type FormChange } from "@/model/edit/form";
import type { Field, FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import { createDesigner, type DesignerStore } from "@/ui/designer/session";

export type FormStore = DesignerStore<FormDefinition, FormChange>;

export const createFormStore = (definition: FormDefinition): FormStore => createDesigner(definition, applyForm);

interface Designing {
  store: FormStore;
  /** What the server said of the last saved state. */
  problems: readonly Problem[];
}

export const DesigningContext = createContext<Designing | null>(null);

export function useDesigning(): Designing {
  const designing = useContext(DesigningContext);
  if (!designing) throw new Error("outside of a form designer");
  return designing;
}

export function useDefinition(): FormDefinition {
  return useStore(useDesigning().store, ({ history }) => history.doc);
}

export function useSelection(): readonly string[] {
  return useStore(useDesigning().store, ({ history }) => history.selection);
}

/** The selected fields, in the order of the form. */
export function useSelectedFields(): Field[] {
  const { fields } = useDefinition();
  const selection = useSelection();
  return fields.filter(({ id }) => selection.includes(id));
}
