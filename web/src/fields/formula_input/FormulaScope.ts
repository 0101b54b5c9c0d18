import { createContext } from "react";
import type { FormDefinition } from "@/model/form";

/** The form whose fields formulas may speak of; a designer provides it. */
export const FormulaScope = createContext<FormDefinition>({ fields: [], sections: [] });
