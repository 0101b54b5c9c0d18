import { HardDriveDownload } from "lucide-react";
import type { Backup } from "@/api/backups";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import { StateTag } from "@/ui/StateTag";
import styles from "./admin.module.css";
import { reasonText } from "./reason";

/** One backup: how old, how large, and whether it was seen to restore. */
export function BackupRow({ backup }: { backup: Backup }) {
  const { t, i18n } = useTranslation("admin");
  const format = useFormat();
  const { rehearsal, bytes, files } = backup;
  return (
    <li className={styles.row}>
      <HardDriveDownload size={20} className={styles.rowIcon} aria-hidden="true" />
      <span className={styles.rowWords}>
        <strong>
          {format.dateTime(backup.at)} · {format.ago(backup.at)}
        </strong>
        <small>{backup.name}</small>
        {rehearsal?.error && <small className={styles.bad}>{reasonText(rehearsal.error, i18n.language)}</small>}
      </span>
      {bytes === null && <StateTag tone="danger">{t("backup.unreadable")}</StateTag>}
      {rehearsal && (
        <StateTag tone={rehearsal.error ? "danger" : "success"}>
          {t(rehearsal.error ? "backup.notRestorable" : "backup.restorable", { ago: format.ago(rehearsal.at) })}
        </StateTag>
      )}
      {bytes !== null && (
        <span className={styles.number}>
          {format.bytes(bytes)}
          {files ? ` · ${t("backup.files", { count: files })}` : ""}
        </span>
      )}
    </li>
  );
}
