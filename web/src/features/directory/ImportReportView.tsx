import { Alert, Button } from "antd";
import { FileDown } from "lucide-react";
import type { ImportProblem } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { Foot } from "@/ui/Foot";
import { placeText } from "@/ui/problem_text";
import { saveFile } from "@/ui/save_file";
import { ImportCounts } from "./ImportCounts";
import styles from "./import.module.css";
import { csvOf, problemRows } from "./import_file";
import type { ImportStep } from "./import_run";

interface ImportReportViewProps {
  step: Extract<ImportStep, { kind: "checked" | "running" }>;
  onRun: () => void;
  onRestart: () => void;
}

/** Problems shown on the page; the file to download has all of them. */
const SHOWN_MAX = 200;

const sentence = ({ code, data }: ImportProblem): string =>
  placeText({ place: "", code, severity: "error", data: data ?? {} });

/** What would happen, or what has to be corrected first. Nothing is written yet. */
export function ImportReportView({ step, onRun, onRestart }: ImportReportViewProps) {
  const { t } = useTranslation("directory");
  const { report } = step;
  const { problems } = report;
  const isRunning = step.kind === "running";
  const changes = report.left;
  const head = [t("import.problem.row"), t("import.problem.column"), t("import.problem.what")] as const;
  const wholeRow = t("import.problem.wholeRow");
  const save = () => saveFile(csvOf(problemRows(problems, { head, wholeRow, sentence })), t("import.problem.file"));
  return (
    <>
      <h2 className={styles.fileName}>{step.name}</h2>
      <ImportCounts report={report} />
      {problems.length === 0 && (
        <Alert type="success" showIcon title={t(changes > 0 ? "import.clean" : "import.nothing")} />
      )}
      {problems.length > 0 && (
        <>
          <Alert
            type="error"
            showIcon
            title={t("import.problem.title", { count: problems.length })}
            description={t("import.problem.text")}
            action={
              <Button size="small" icon={<FileDown size={14} />} onClick={save}>
                {t("import.problem.download")}
              </Button>
            }
          />
          <table className={styles.problems}>
            <thead>
              <tr>
                {head.map((text) => (
                  <th key={text}>{text}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {problems.slice(0, SHOWN_MAX).map((problem) => (
                <tr key={`${problem.row}/${problem.column}/${problem.code}`}>
                  <td>{problem.row}</td>
                  <td>{problem.column || wholeRow}</td>
                  <td>{sentence(problem)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {problems.length > SHOWN_MAX && (
            <p className={styles.hint}>{t("import.problem.more", { count: problems.length - SHOWN_MAX })}</p>
          )}
        </>
      )}
      {isRunning && (
        <div className={styles.running} role="status">
          <span>{t("import.running", { count: report.rows })}</span>
          <progress aria-label={t("import.running", { count: report.rows })} value={step.done} max={report.left} />
        </div>
      )}
      <Foot className={styles.foot}>
        <Button onClick={onRestart} disabled={isRunning}>
          {t("import.other")}
        </Button>
        <Button type="primary" onClick={onRun} loading={isRunning} disabled={problems.length > 0 || changes === 0}>
          {t("import.run", { count: report.rows })}
        </Button>
      </Foot>
    </>
  );
}
