import { queryOptions } from "@tanstack/react-query";
import { readDraft } from "@/api/drafts";
import { triedSteps } from "./tried";

/** The flow as it is being drawn, to be changed here: never fetched again by itself. */
export const flowDraftQuery = (form: string) =>
  queryOptions({
    queryKey: ["drafts", "flow", form, "access"],
    queryFn: ({ signal }) => readDraft("flow", form, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** Steps of the flow as it is being drawn: what people may do with the fields at each. */
export const draftStepsQuery = (form: string) =>
  queryOptions({
    queryKey: ["forms", "one", form, "steps"],
    queryFn: async ({ signal }) => triedSteps((await readDraft("flow", form, signal)).definition),
  });
