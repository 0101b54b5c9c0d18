import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { DatabaseBackup, FlaskConical } from "lucide-react";
import { useEffect } from "react";
import { type Backups, backupsQuery, makeBackup, rehearse } from "@/api/backups";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { useFormat } from "@/ui/format";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { toast } from "@/ui/toast";
import styles from "./admin.module.css";
import { BackupPlanCard } from "./BackupPlanCard";
import { BackupRow } from "./BackupRow";
import { followBackup } from "./backup_job";
import { reasonText } from "./reason";
import { SectionPage } from "./SectionPage";

/** What could be restored, whether it restores, and when there will be more. */
export function BackupsSection() {
  const { t, i18n } = useTranslation("admin");
  const cache = useQueryClient();
  const query = useQuery(backupsQuery);
  const look = () => cache.invalidateQueries({ queryKey: backupsQuery.queryKey });
  const asking = useMutation({
    mutationFn: (ask: () => Promise<null>) => ask(),
    onError: toast.problem,
    onSettled: look,
  });
  const job = query.data?.job;
  useEffect(() => {
    if (job) followBackup(job);
  }, [job]);
  const isBusy = Boolean(job) || asking.isPending;
  const make = (
    <Button
      type="primary"
      icon={<DatabaseBackup size={16} />}
      disabled={isBusy}
      onClick={() => asking.mutate(makeBackup)}
    >
      {t("backup.make")}
    </Button>
  );
  const actions = (
    <>
      {query.data && query.data.backups.length > 0 && (
        <Button icon={<FlaskConical size={16} />} disabled={isBusy} onClick={() => asking.mutate(rehearse)}>
          {t("backup.rehearse")}
        </Button>
      )}
      {make}
    </>
  );
  return (
    <SectionPage section="backups" action={actions}>
      <Alert className={styles.note} type="info" showIcon title={t("backup.hint")} />
      <QueryView query={query} skeleton={<ListSkeleton count={4} />}>
        {(page) => (
          <>
            {page.trouble && (
              <Alert
                className={styles.note}
                type="error"
                showIcon
                title={t("backup.trouble")}
                description={reasonText(page.trouble, i18n.language)}
              />
            )}
            <LastRuns page={page} />
            {page.backups.length === 0 ? (
              <EmptyState art="tiles" title={t("backup.empty")} text={t("backup.emptyText")} action={make} />
            ) : (
              <ul className={styles.list}>
                {page.backups.map((backup) => (
                  <BackupRow key={backup.name} backup={backup} />
                ))}
              </ul>
            )}
            <BackupPlanCard key={JSON.stringify(page.plan)} page={page} />
          </>
        )}
      </QueryView>
    </SectionPage>
  );
}

/** What went wrong comes first; what went well is said with its age. */
function LastRuns({ page: { last_backup, last_rehearsal } }: { page: Backups }) {
  const { t, i18n } = useTranslation("admin");
  const format = useFormat();
  return [last_backup, last_rehearsal].map(
    (run) =>
      run && (
        <Alert
          key={run.work}
          className={styles.note}
          type={run.error ? "error" : "success"}
          showIcon
          title={t(`backup.${run.error ? "failed" : "went"}.${run.work}`, { ago: format.ago(run.at) })}
          description={run.error && reasonText(run.error, i18n.language)}
        />
      ),
  );
}
