import { useEffect } from "react";
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
import { checkImport, chooseImport, leaveImport, restartImport, runImport, useImportStep } from "./import_run";

/** People from a file: choose, see what would happen, take it over. */
export function ImportPage() {
  const { t } = useTranslation("directory");
  const canImport = usePower("administer");
  const step = useImportStep((state) => state.step);
  useEffect(() => leaveImport, []);
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
      {(step.kind === "choose" || step.kind === "checking") && <ImportChooser step={step} onChoose={chooseImport} />}
      {(step.kind === "checked" || step.kind === "running") && (
        <ImportReportView step={step} onRun={() => void runImport()} onRestart={restartImport} />
      )}
      {step.kind === "done" && <ImportDone report={step.report} onRestart={restartImport} />}
      {step.kind === "failed" && (
        <div className={styles.failed}>
          <ErrorState error={step.error} onRetry={() => void checkImport()} />
          <button type="button" className={styles.link} onClick={restartImport}>
            {t("import.other")}
          </button>
        </div>
      )}
    </Page>
  );
}
