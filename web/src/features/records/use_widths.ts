import { useState } from "react";
import type { FormDefinition } from "@/model/form";
import type { Column } from "@/model/report";
import { readPreference, writePreference } from "@/ui/preference";
import { type Widths, widthOf } from "./look";

/** The columns as a grid template; the last one takes what is left over. Dragged widths stay on this device. */
export function useWidths(form: string, definition: FormDefinition, columns: readonly Column[]) {
  const [widths, setWidths] = useState<Widths>(() => readPreference(`records.widths.${form}`, {}));
  const sizes = columns.map((column) => `${widthOf(column, definition, widths)}px`);
  const template = sizes.map((size, index) => (index < sizes.length - 1 ? size : `minmax(${size}, 1fr)`)).join(" ");
  const resize = (key: string, width: number) => {
    const next = { ...widths, [key]: width };
    setWidths(next);
    writePreference(`records.widths.${form}`, next);
  };
  return { template, resize };
}
