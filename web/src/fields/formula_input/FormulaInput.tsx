import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import type { FieldType } from "@/model/formula/scope";

export interface FormulaInputProps {
  id?: string;
  label: string;
  value: string;
  /** The type the place needs; `null` when any will do. */
  wanted: FieldType | null;
  placeholder?: string;
  onChange: (text: string) => void;
}

const Editor = lazy(() => import("./FormulaEditor"));

/** A formula with names completed and mistakes underlined. The editor is heavy and comes only when a formula is shown. */
export function FormulaInput(props: FormulaInputProps) {
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: "100%", height: 60 }} />}>
      <Editor {...props} />
    </Suspense>
  );
}
