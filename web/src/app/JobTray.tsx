import { Button } from "antd";
import { X } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { IconButton } from "@/ui/IconButton";
import { closeJob, type Job, leftOf, useJobs } from "@/ui/jobs";
import { ProgressBar } from "@/ui/ProgressBar";
import styles from "./JobTray.module.css";
import { UploadCards } from "./UploadCards";

const MINUTE_MS = 60_000;

/** Long work, on every page: how far it is, and what became of it. */
export function JobTray() {
  const { t } = useTranslation("shell");
  const jobs = useJobs((state) => state.jobs);
  return (
    <section className={styles.tray} data-unprinted aria-label={t("jobs.title")}>
      <UploadCards />
      {jobs.map((job) => (job.ended === null ? <Running key={job.id} job={job} /> : <Ended key={job.id} job={job} />))}
    </section>
  );
}

function Running({ job }: { job: Job }) {
  const { t } = useTranslation("shell");
  const format = useFormat();
  const left = leftOf(job, Date.now());
  return (
    <div className={styles.job}>
      <ProgressBar
        label={job.title}
        done={job.done}
        total={job.total}
        unit={job.unit}
        {...(job.cancel && { onCancel: job.cancel })}
      />
      {left !== null && (
        <span className={styles.left}>
          {left < MINUTE_MS ? t("jobs.soon") : t("jobs.left", { span: format.span(left) })}
        </span>
      )}
    </div>
  );
}

function Ended({ job }: { job: Job }) {
  const { t } = useTranslation("shell");
  const { t: tCommon } = useTranslation();
  const { id, title, ended, failures, retry } = job;
  const again = () => {
    closeJob(id);
    retry?.();
  };
  return (
    <div className={styles.job} role="status">
      <div className={styles.head}>
        <strong>{title}</strong>
        <IconButton label={t("jobs.close", { title })} icon={<X size={16} />} onClick={() => closeJob(id)} />
      </div>
      <p>{ended}</p>
      {failures.length > 0 && (
        <ul className={styles.failures}>
          {failures.map((failure, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change any more
            <li key={index}>
              <span>{failure.title}</span>
              <span className={styles.reason}>{failure.reason}</span>
            </li>
          ))}
        </ul>
      )}
      {retry && failures.length > 0 && (
        <Button size="small" onClick={again}>
          {tCommon("retry")}
        </Button>
      )}
    </div>
  );
}
