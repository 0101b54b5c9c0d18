// The open form: its document, its selection, and what everybody in the designer may ask of it.

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { FormChange } from "@/model/edit/form";
import type { Field, FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { DesignerStore } from "@/ui/designer/session";
import type { OpenDraft } from "@/ui/designer/use_draft_session";
import type { TriedStep } from "./tried";
import type { Use } from "./uses";

export type FormStore = DesignerStore<FormDefinition, FormChange>;

export type FormDraft = OpenDraft<FormDefinition, FormChange>;

export interface Designing {
  store: FormStore;
  app: string;
  form: string;
  /** What the server said of the last saved state. */
  problems: readonly Problem[];
  /** Flow and boards, as far as they speak of fields. */
  elsewhere: readonly Use[];
  /** Of the flow as it is being drawn: where people see the form. */
  steps: readonly TriedStep[];
  /** Fields that others speak of do not go without a question. */
  askRemoval: (fields: readonly string[]) => void;
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
