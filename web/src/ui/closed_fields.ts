// Fields of a form that its lists hide from the person or only let be read; the server decides again with every change.

import { useQuery } from "@tanstack/react-query";
import { appsQuery, formIn } from "@/api/apps";
import type { FieldMatrix } from "@/model/form";

export function useClosedFields(form: string): FieldMatrix | undefined {
  const { data: apps } = useQuery(appsQuery);
  return formIn(apps, form)?.fields;
}
