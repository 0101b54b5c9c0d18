import { Alert, Button } from "antd";
import { FileDown, FileSpreadsheet } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "@/i18n/words";
import { cx } from "@/ui/cx";
import { saveFile } from "@/ui/save_file";
import styles from "./import.module.css";
import { ACCEPTED, csvOf } from "./import_file";
import type { ImportStep } from "./import_run";

interface ImportChooserProps {
  step: Extract<ImportStep, { kind: "choose" | "checking" }>;
  onChoose: (file: File) => void;
}

const COLUMNS = [
  "name",
  "login",
  "department",
  "manager",
  "positions",
  "teams",
  "email",
  "mobile",
  "language",
  "active",
  "headOf",
] as const;

export function ImportChooser({ step, onChoose }: ImportChooserProps) {
  const { t } = useTranslation("directory");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const isBusy = step.kind === "checking";
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onChoose(file);
  };
  const template = () => {
    const heads = COLUMNS.map((column) => t(`import.columns.${column}.name`));
    const samples = ([t("import.samples.one"), t("import.samples.two")] as const).map((row) => row.split("|"));
    saveFile(csvOf([heads, ...samples]), t("import.templateFile"));
  };
  return (
    <>
      <section
        aria-label={t("import.title")}
        className={cx(styles.drop, isOver && styles.dropOver)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <FileSpreadsheet size={36} aria-hidden="true" />
        <p>{isBusy ? t("import.checking", { name: step.name }) : t("import.drop")}</p>
        <Button type="primary" loading={isBusy} onClick={() => input.current?.click()}>
          {t("import.choose")}
        </Button>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          hidden
          aria-label={t("import.choose")}
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = "";
            if (file) onChoose(file);
          }}
        />
        <small>{t("import.limits")}</small>
      </section>
      {step.kind === "choose" && step.wrong && (
        <Alert className={styles.note} type="error" showIcon title={t(`import.wrong.${step.wrong}`)} />
      )}
      <section className={styles.columns} aria-label={t("import.columnsTitle")}>
        <header className={styles.columnsHead}>
          <h2>{t("import.columnsTitle")}</h2>
          <Button icon={<FileDown size={16} />} onClick={template}>
            {t("import.template")}
          </Button>
        </header>
        <dl className={styles.facts}>
          {COLUMNS.map((column) => (
            <div key={column}>
              <dt>{t(`import.columns.${column}.name`)}</dt>
              <dd>{t(`import.columns.${column}.text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
