import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../EmptyState";
import { useIsNarrow, useIsPhone } from "../viewport";
import styles from "./DesignerFrame.module.css";
import { DesignerHeader, type DesignerHeaderProps } from "./DesignerHeader";
import { useDesignerKeys } from "./designer_keys";
import { type DesignProblem, ProblemsPanel } from "./ProblemsPanel";

export interface DesignerFrameProps
  extends Omit<DesignerHeaderProps, "problemCount" | "isProblemsOpen" | "onProblems"> {
  palette: ReactNode;
  surface: ReactNode;
  inspector: ReactNode;
  /** Between header and surface: zoom, layout, view switches. */
  tools?: ReactNode;
  problems: readonly DesignProblem[];
  /** Select, scroll to and focus what is wrong. */
  onProblem: (problem: DesignProblem) => void;
  /** Counts refusals to publish: each opens the list of problems. */
  refusals?: number;
}

/** The three panes that the form, flow and board designers share. A phone shows the surface only, to read. */
export function DesignerFrame({
  palette,
  surface,
  inspector,
  tools,
  problems,
  onProblem,
  refusals = 0,
  ...header
}: DesignerFrameProps) {
  const { t } = useTranslation("designer");
  const isPhone = useIsPhone();
  const isNarrow = useIsNarrow();
  const [isProblemsOpen, setProblemsOpen] = useState(false);
  useDesignerKeys(header);
  useEffect(() => {
    if (refusals > 0) setProblemsOpen(true);
  }, [refusals]);

  if (isPhone) {
    return (
      <div className={styles.frame}>
        <EmptyState art="tiles" title={t("phone.title")} text={t("phone.text")} />
      </div>
    );
  }
  return (
    <div className={styles.frame}>
      <DesignerHeader
        {...header}
        problemCount={problems.length}
        isProblemsOpen={isProblemsOpen}
        onProblems={() => setProblemsOpen(!isProblemsOpen)}
      />
      <div className={styles.panes} data-narrow={isNarrow}>
        <aside className={styles.palette} aria-label={t("palette")}>
          {palette}
        </aside>
        <main className={styles.middle}>
          {tools && <div className={styles.tools}>{tools}</div>}
          <div className={styles.surface}>{surface}</div>
          {isProblemsOpen && (
            <ProblemsPanel problems={problems} onProblem={onProblem} onClose={() => setProblemsOpen(false)} />
          )}
        </main>
        <aside className={styles.inspector} aria-label={t("inspector")}>
          {inspector}
        </aside>
      </div>
    </div>
  );
}
