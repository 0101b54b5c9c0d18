// What steps allow while it is being set: kept on top of the flow's draft until it is saved. Where somebody else saved the flow
// meanwhile, it comes to stand on top of theirs, and whoever set it looks once more.

import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Draft, saveDraft } from "@/api/drafts";
import { isStale } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import { toast } from "@/ui/toast";
import { flowDraftQuery } from "../edits/draft_steps";

type Make = (flow: FlowDefinition) => FlowDefinition;

export interface StepEdit {
  query: UseQueryResult<Draft<FlowDefinition>>;
  /** With what is not saved yet. */
  shown: Make;
  isChanged: boolean;
  isSaving: boolean;
  change: (make: Make) => void;
  /** Whether it was. */
  save: () => Promise<boolean>;
}

export function useStepEdit(form: string): StepEdit {
  const { t } = useTranslation("forms");
  const query = useQuery(flowDraftQuery(form));
  const [made, setMade] = useState<readonly Make[]>([]);
  const [isSaving, setSaving] = useState(false);
  const shown: Make = (flow) => made.reduce((now, make) => make(now), flow);
  const save = async () => {
    const draft = query.data;
    if (!draft) return false;
    setSaving(true);
    try {
      await saveDraft("flow", form, shown(draft.definition), draft.rev);
      await queryClient.invalidateQueries({ queryKey: ["forms", "one", form] });
      toast.success(t("access.saved"));
      return true;
    } catch (error) {
      const newest = isStale(error) ? await query.refetch() : null;
      if (newest?.isSuccess) toast.info(t("access.conflict"));
      else toast.problem(newest?.error ?? error);
      return false;
    } finally {
      setSaving(false);
    }
  };
  return {
    query,
    shown,
    isChanged: made.length > 0,
    isSaving,
    change: (make) => setMade((all) => [...all, make]),
    save,
  };
}
