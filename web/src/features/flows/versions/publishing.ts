// From draft to version: asked, refused with the problems in view, or done.

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Draft, FormHead } from "@/api/drafts";
import { useTranslation } from "@/i18n/words";
import type { FlowDefinition } from "@/model/flow";
import { hasErrors, type Problem } from "@/model/problem";
import { toast } from "@/ui/toast";
import type { FlowSession } from "../edits/draft_session";
import { targetOf } from "../edits/flow_problems";

export interface Publishing {
  head: FormHead;
  /** What is published now. */
  live: FlowDefinition | null;
  isAsking: boolean;
  isBusy: boolean;
  /** How often publishing was refused: each time the problems are shown. */
  refusals: number;
  ask: () => void;
  /** Gives the version; nothing when it was refused. */
  publish: (note: string) => Promise<number | undefined>;
  close: () => void;
}

/** A refusal shows the first thing that is wrong. */
export function usePublishing(
  draft: Draft<FlowDefinition>,
  session: FlowSession,
  show: (target: string) => void,
): Publishing {
  const { t } = useTranslation("flows");
  const client = useQueryClient();
  const [head, setHead] = useState(draft.form);
  const [live, setLive] = useState(draft.live);
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState(0);

  const refuse = (problems: readonly Problem[]) => {
    setRefusals((count) => count + 1);
    const first = problems.find(({ severity }) => severity === "error");
    if (first) show(targetOf(first));
  };
  const ask = async () => {
    setBusy(true);
    try {
      const problems = await session.findWrong();
      if (hasErrors(problems)) refuse(problems);
      else setAsking(true);
    } catch (error) {
      toast.problem(error);
    }
    setBusy(false);
  };
  const publish = async (note: string) => {
    setBusy(true);
    const drawn = session.store.getState().history.doc;
    let published: number | undefined;
    try {
      const version = await session.publish(note);
      if (typeof version === "number") {
        published = version;
        setHead({ ...head, flow_version: version });
        setLive(drawn);
        toast.success(t("publish.done", { version }));
        await client.invalidateQueries({ queryKey: ["forms", "one", head.id, "flow"] });
      } else if (version.length) refuse(version);
    } catch (error) {
      toast.problem(error);
    }
    setBusy(false);
    setAsking(false);
    return published;
  };
  return {
    head,
    live,
    isAsking,
    isBusy,
    refusals,
    ask: () => void ask(),
    publish,
    close: () => setAsking(false),
  };
}
