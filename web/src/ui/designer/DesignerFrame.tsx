import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "../EmptyState";
import { PageHeader } from "../PageHeader";
import { useIsHandheld, useIsNarrow } from "../viewport";
import { Announcer } from "./Announcer";
import { type DesignerTour, type Pane, useCoach } from "./coach";
import styles from "./DesignerFrame.module.css";
import { DesignerHeader, type DesignerHeaderProps } from "./DesignerHeader";
import { useDesignerKeys } from "./designer_keys";
import { LeftSide } from "./LeftSide";
import type { DesignProblem } from "./ProblemsPanel";
import { SaveTrouble } from "./SaveTrouble";
import { SidePane } from "./SidePane";
import type { OpenDraft } from "./use_draft_session";
import { useIsWhole } from "./whole";

const CoachStrip = lazy(() => import("./CoachStrip"));
const ProblemsPanel = lazy(() => import("./ProblemsPanel"));

export interface DesignerFrameProps<Doc, Change>
  extends Omit<DesignerHeaderProps, "keeping" | "problemCount" | "isProblemsOpen" | "onProblems"> {
  session: OpenDraft<Doc, Change>;
  /** What became of one document in another, shown to whoever has to choose between two. */
  difference: (before: Doc, after: Doc) => ReactNode;
  palette: ReactNode;
  /** What is there, in the palette's place when asked for. */
  outline?: ReactNode;
  /** Told to whoever opens the designer for the first time. */
  tour?: DesignerTour;
  surface: ReactNode;
  /** A panel of its own under the surface: `LowerPanel`. */
  below?: ReactNode;
  inspector: ReactNode;
  /** Between header and surface: zoom, layout, view switches. */
  tools?: ReactNode;
  problems: readonly DesignProblem[];
  /** Select, scroll to and focus what is wrong. */
  onProblem: (problem: DesignProblem) => void;
  /** Counts refusals to publish: each opens the list of problems. */
  refusals?: number;
}

/** The three panes that the form, flow and board designers share. A phone has no room for them, and says so. */
export function DesignerFrame<Doc, Change>({
  session,
  difference,
  palette,
  outline,
  tour,
  surface,
  below,
  inspector,
  tools,
  problems,
  onProblem,
  refusals = 0,
  ...header
}: DesignerFrameProps<Doc, Change>) {
  const { t } = useTranslation("designer");
  const isHandheld = useIsHandheld();
  const isNarrow = useIsNarrow();
  const isWhole = useIsWhole();
  const [isProblemsOpen, setProblemsOpen] = useState(false);
  const coach = useCoach(isHandheld ? undefined : tour);
  const coached = (pane: Pane) => coach?.pane === pane;
  useDesignerKeys(header);
  useEffect(() => {
    if (refusals > 0) setProblemsOpen(true);
  }, [refusals]);

  if (isHandheld) {
    return (
      <div className={styles.frame}>
        <PageHeader title={header.title} back={header.back} />
        <EmptyState art="tiles" title={t("phone.title")} text={t("phone.text")} />
      </div>
    );
  }
  return (
    <div className={styles.frame}>
      <div data-coached={coached("header")}>
        <DesignerHeader
          {...header}
          keeping={session}
          problemCount={problems.length}
          isProblemsOpen={isProblemsOpen}
          onProblems={() => setProblemsOpen(!isProblemsOpen)}
        />
      </div>
      <Announcer />
      <div className={styles.panes} data-narrow={isNarrow}>
        <SidePane side="palette" isCoached={coached("palette")}>
          {outline ? <LeftSide palette={palette} outline={outline} /> : palette}
        </SidePane>
        <main className={styles.middle}>
          {coach && (
            <Suspense>
              <CoachStrip {...coach} />
            </Suspense>
          )}
          <SaveTrouble session={session} difference={difference} />
          {tools && <div className={styles.tools}>{isWhole && tools}</div>}
          <div className={styles.surface} data-coached={coached("surface")}>
            {surface}
          </div>
          {below}
          {isProblemsOpen && (
            <Suspense>
              <ProblemsPanel problems={problems} onProblem={onProblem} onClose={() => setProblemsOpen(false)} />
            </Suspense>
          )}
        </main>
        <SidePane side="inspector" isCoached={coached("inspector")}>
          {isWhole && inspector}
        </SidePane>
      </div>
    </div>
  );
}
