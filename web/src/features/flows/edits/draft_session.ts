// One open flow: what is drawn, what the server says is wrong with it, and how it becomes a version.

import { type Draft, publishDraft } from "@/api/drafts";
import { ApiProblem } from "@/api/problem";
import { applyFlow, type FlowChange } from "@/model/edit/flow";
import type { FlowDefinition } from "@/model/flow";
import { newId } from "@/model/id";
import { hasErrors, type Problem } from "@/model/problem";
import { draftSource, heldOf } from "@/ui/designer/draft_source";
import type { DesignerStore } from "@/ui/designer/session";
import { type OpenDraft, useDraftSession } from "@/ui/designer/use_draft_session";

export type FlowStore = DesignerStore<FlowDefinition, FlowChange>;

export interface FlowSession extends OpenDraft<FlowDefinition, FlowChange> {
  /** What is wrong with the drawing as it is now: what was found before may have been mended a moment ago. */
  findWrong: () => Promise<readonly Problem[]>;
  /** The version it became, or what is wrong with the drawing. */
  publish: (note: string) => Promise<number | readonly Problem[]>;
}

export function useFlowSession(draft: Draft<FlowDefinition>): FlowSession {
  const form = draft.form.id;
  const session = useDraftSession(applyFlow, draftSource("flow", form), heldOf(draft));
  const publish = async (note: string): Promise<number | readonly Problem[]> => {
    const rev = await session.saveNow();
    // The bar above the canvas asks whose drawing it shall be.
    if (rev === null) return [];
    try {
      return (await publishDraft("flow", form, rev, note, { key: newId() })).version;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problems.length === 0) throw error;
      session.tell(error.problems);
      return error.problems;
    }
  };
  const findWrong = async () => {
    if (hasErrors(session.problems)) await session.saveNow();
    return session.keeping.getState().problems;
  };
  return { ...session, findWrong, publish };
}
