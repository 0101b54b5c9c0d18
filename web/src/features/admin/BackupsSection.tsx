import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { DatabaseBackup, HardDriveDownload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { backupsQuery, makeBackup } from "@/api/backups";
import { EmptyState } from "@/ui/EmptyState";
import { useFormat } from "@/ui/format";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { StateTag } from "@/ui/StateTag";
import { toast } from "@/ui/toast";
import styles from "./admin.module.css";
import { SectionPage } from "./SectionPage";

/** What could be restored, and a button for one more. */
export function BackupsSection() {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const cache = useQueryClient();
  const query = useQuery(backupsQuery);
  const making = useMutation({
    mutationFn: makeBackup,
    onSuccess: ({ name }) => toast.success(t("backup.made", { name })),
    onError: toast.problem,
    onSettled: () => cache.invalidateQueries({ queryKey: backupsQuery.queryKey }),
  });
  const make = (
    <Button
      type="primary"
      icon={<DatabaseBackup size={16} />}
      loading={making.isPending}
      onClick={() => making.mutate()}
    >
      {t(making.isPending ? "backup.making" : "backup.make")}
    </Button>
  );
  return (
    <SectionPage section="backups" action={make}>
      <Alert className={styles.note} type="info" showIcon title={t("backup.hint")} />
      <QueryView
        query={query}
        skeleton={<ListSkeleton count={4} />}
        isEmpty={(backups) => backups.length === 0}
        empty={<EmptyState art="tiles" title={t("backup.empty")} text={t("backup.emptyText")} action={make} />}
      >
        {(backups) => (
          <ul className={styles.list}>
            {backups.map((backup) => (
              <li key={backup.name} className={styles.row}>
                <HardDriveDownload size={20} className={styles.rowIcon} aria-hidden="true" />
                <span className={styles.rowWords}>
                  <strong>{format.dateTime(backup.at)}</strong>
                  <small>{backup.name}</small>
                </span>
                {backup.ok === false && <StateTag tone="danger">{t("backup.bad")}</StateTag>}
                {backup.ok === true && <StateTag tone="success">{t("backup.good")}</StateTag>}
                <span className={styles.number}>{format.bytes(backup.bytes)}</span>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </SectionPage>
  );
}
