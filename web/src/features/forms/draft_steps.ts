import { queryOptions } from "@tanstack/react-query";
import { readDraft } from "@/api/drafts";
import { triedSteps } from "./tried";

/** Steps of the flow as it is being drawn: what people may do with the fields at each. */
export const draftStepsQuery = (form: string) =>
  queryOptions({
    queryKey: ["forms", "one", form, "steps"],
    queryFn: async ({ signal }) => triedSteps((await readDraft("flow", form, signal)).definition),
  });
