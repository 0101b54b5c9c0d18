import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "../EmptyState";
import { useIsHandheld, useIsNarrow } from "../viewport";
import { Announcer } from "./Announcer";
import { CoachStrip } from "./CoachStrip";
import { ConflictBar } from "./ConflictBar";
import { type Pane, type Tour, useCoach } from "./coach";
import type { Conflict } from "./conflict";
import styles from "./DesignerFrame.module.css";
import { DesignerHeader, type DesignerHeaderProps } from "./DesignerHeader";
import { useDesignerKeys } from "./designer_keys";
import { LeftSide } from "./LeftSide";
import { type DesignProblem, ProblemsPanel } from "./ProblemsPanel";
import { SidePane } from "./SidePane";

export interface DesignerFrameProps
  extends Omit<DesignerHeaderProps, "problemCount" | "isProblemsOpen" | "onProblems"> {
  palette: ReactNode;
  /** What is there, in the palette's place when asked for. */
  outline?: ReactNode;
  /** Told to whoever opens the designer for the first time. */
  tour?: Tour;
  surface: ReactNode;
  inspector: ReactNode;
  /** Between header and surface: zoom, layout, view switches. */
  tools?: ReactNode;
  /** Shown when saving met one. */
  conflict: Conflict;
  problems: readonly DesignProblem[];
  /** Select, scroll to and focus what is wrong. */
  onProblem: (problem: DesignProblem) => void;
  /** Counts refusals to publish: each opens the list of problems. */
  refusals?: number;
}

/** The three panes that the form, flow and board designers share. A phone shows the surface only, to read. */
export function DesignerFrame({
  palette,
  outline,
  tour,
  surface,
  inspector,
  tools,
  conflict,
  problems,
  onProblem,
  refusals = 0,
  ...header
}: DesignerFrameProps) {
  const { t } = useTranslation("designer");
  const isHandheld = useIsHandheld();
  const isNarrow = useIsNarrow();
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
        <EmptyState art="tiles" title={t("phone.title")} text={t("phone.text")} />
      </div>
    );
  }
  return (
    <div className={styles.frame}>
      <div data-coached={coached("header")}>
        <DesignerHeader
          {...header}
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
          {coach && <CoachStrip {...coach} />}
          {header.save === "conflict" && <ConflictBar {...conflict} />}
          {tools && <div className={styles.tools}>{tools}</div>}
          <div className={styles.surface} data-coached={coached("surface")}>
            {surface}
          </div>
          {isProblemsOpen && (
            <ProblemsPanel problems={problems} onProblem={onProblem} onClose={() => setProblemsOpen(false)} />
          )}
        </main>
        <SidePane side="inspector" isCoached={coached("inspector")}>
          {inspector}
        </SidePane>
      </div>
    </div>
  );
}
