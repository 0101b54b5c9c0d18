import { BookOpenCheck, Database, HardDrive, Power, ShieldCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Diary, System } from "@/api/system";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import styles from "./admin.module.css";
import { reasonText } from "./reason";

/** What was found, thing by thing; what never happened is left out. */
export function SystemFacts({ system }: { system: System }) {
  const { t, i18n } = useTranslation("admin");
  const format = useFormat();
  const { disk, certificate, diary } = system;
  return (
    <ul className={styles.list}>
      <Fact icon={<HardDrive size={20} />} title={t("system.disk")}>
        {t("system.room", { free: format.bytes(disk.free), total: format.bytes(disk.total) })}
      </Fact>
      <Fact icon={<Database size={20} />} title={t("system.store")}>
        {system.stopped
          ? reasonText(system.stopped, i18n.language)
          : t("system.head", { changes: format.number(system.head), version: system.version })}
      </Fact>
      <ReadingFact diary={diary} />
      <StartFacts diary={diary} />
      <Fact icon={<ShieldCheck size={20} />} title={t("system.certificate")}>
        {certificate ? t("system.ends", { at: format.date(certificate.ends_at) }) : t("system.noCertificate")}
      </Fact>
    </ul>
  );
}

function ReadingFact({ diary: { scrubbed } }: { diary: Diary }) {
  const { t, i18n } = useTranslation("admin");
  const format = useFormat();
  return (
    <Fact icon={<BookOpenCheck size={20} />} title={t("system.reading")}>
      {scrubbed
        ? t("system.read", {
            at: format.dateTime(scrubbed.at),
            span: format.span(scrubbed.took_ms),
            changes: format.number(scrubbed.commits),
            rows: format.number(scrubbed.rows),
            files: format.number(scrubbed.files),
          })
        : t("system.neverRead")}
      {scrubbed?.findings.map((finding) => (
        <small key={finding} className={styles.bad}>
          {reasonText(finding, i18n.language)}
        </small>
      ))}
    </Fact>
  );
}

function StartFacts({ diary }: { diary: Diary }) {
  const { t, i18n } = useTranslation("admin");
  const format = useFormat();
  const { started, rebuilt, revived, failed, proved, upgraded } = diary;
  const at = (moment: number) => format.dateTime(moment);
  return (
    <>
      {started && (
        <Fact icon={<Power size={20} />} title={t("system.start")}>
          {t("system.started", { at: at(started.at), ms: format.number(started.took_ms), replayed: started.replayed })}
          {started.torn_bytes > 0 && <small>{t("system.torn", { bytes: format.bytes(started.torn_bytes) })}</small>}
          {started.repaired.map((path) => (
            <small key={path}>{t("system.repaired", { path })}</small>
          ))}
          {upgraded && <small>{t("system.upgraded", { ...upgraded, at: at(upgraded.at) })}</small>}
        </Fact>
      )}
      {rebuilt && (
        <Fact icon={<Database size={20} />} title={t("system.rebuild")}>
          {t("system.rebuilt", { at: at(rebuilt.at) })}
          <small>{reasonText(rebuilt.what, i18n.language)}</small>
        </Fact>
      )}
      {revived && (
        <Fact icon={<Database size={20} />} title={t("system.revival")}>
          {t("system.revived", { at: at(revived.at) })}
          <small>{reasonText(revived.what, i18n.language)}</small>
        </Fact>
      )}
      {failed && (
        <Fact icon={<TriangleAlert size={20} />} title={t("system.failure")}>
          {t("system.failed", { at: at(failed.at) })}
          <small className={styles.bad}>{reasonText(failed.what, i18n.language)}</small>
          {proved && <small>{t("system.proved", { at: at(proved) })}</small>}
        </Fact>
      )}
    </>
  );
}

function Fact({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <li className={styles.row}>
      <span className={styles.rowIcon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.rowWords}>
        <strong>{title}</strong>
        <span>{children}</span>
      </span>
    </li>
  );
}
