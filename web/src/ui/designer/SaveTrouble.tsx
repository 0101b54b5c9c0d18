import { lazy, type ReactNode, Suspense } from "react";
import { isMarked } from "./saving";
import { toastLoaded } from "./step_toast";
import type { OpenDraft } from "./use_draft_session";

const ConflictBar = lazy(() => import("./ConflictBar"));
const RefusalBar = lazy(() => import("./RefusalBar"));

interface SaveTroubleProps<Doc, Change> {
  session: OpenDraft<Doc, Change>;
  difference: (before: Doc, after: Doc) => ReactNode;
}

/** Over the surface while only the person can help, because nothing more happens by itself: why, and what can be done. */
export function SaveTrouble<Doc, Change>({ session, difference }: SaveTroubleProps<Doc, Change>) {
  const { saving, refusal, isKept, store, takeTheirs, keepMine, saveNow } = session;
  if (saving.is === "conflict") {
    return (
      <Suspense>
        <ConflictBar
          rival={saving.rival}
          theirs={difference(saving.before, saving.theirs.doc)}
          mine={difference(saving.before, store.getState().history.doc)}
          onTheirs={(told) => {
            const back = takeTheirs();
            toastLoaded(store, told, back);
          }}
          onMine={keepMine}
        />
      </Suspense>
    );
  }
  if (refusal === null || isMarked(refusal)) return null;
  // Why it is refused again, the bar says itself.
  const retry = () => void saveNow().catch(() => undefined);
  return (
    <Suspense>
      <RefusalBar error={refusal} isKept={isKept} onRetry={retry} />
    </Suspense>
  );
}
