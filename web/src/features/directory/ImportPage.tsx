import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { Page } from "@/ui/Page";
import { PageHeader } from "@/ui/PageHeader";
import { usePower } from "@/ui/powers";
import { ImportChooser } from "./ImportChooser";
import { ImportDone } from "./ImportDone";
import { ImportReportView } from "./ImportReportView";
import styles from "./import.module.css";
import { useImport } from "./import_run";

/** People from a file: choose, see what would happen, take it over. */
export function ImportPage() {
  const { t } = useTranslation("directory");
  const canImport = usePower("administer");
  const { step, choose, again, run, restart } = useImport();
  const header = <PageHeader title={t("import.title")} subtitle={t("import.subtitle")} back={{ to: "/directory" }} />;
  if (!canImport) {
    return (
      <Page header={header}>
        <EmptyState art="locked" title={t("import.refused")} text={t("import.refusedText")} />
      </Page>
    );
  }
  return (
    <Page width="narrow" header={header}>
      {(step.kind === "choose" || step.kind === "checking") && <ImportChooser step={step} onChoose={choose} />}
      {(step.kind === "checked" || step.kind === "running") && (
        <ImportReportView step={step} onRun={run} onRestart={restart} />
      )}
      {step.kind === "done" && <ImportDone report={step.report} onRestart={restart} />}
      {step.kind === "failed" && (
        <div className={styles.failed}>
          <ErrorState error={step.error} onRetry={again} />
          <button type="button" className={styles.link} onClick={restart}>
            {t("import.other")}
          </button>
        </div>
      )}
    </Page>
  );
}
