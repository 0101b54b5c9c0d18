import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { FileDown, KeyRound } from "lucide-react";
import { directoryQuery, type ImportReport } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { Foot } from "@/ui/Foot";
import { LinkButton } from "@/ui/LinkButton";
import { ImportCounts } from "./ImportCounts";
import styles from "./import.module.css";
import { givePasswords, savePasswords, usePasswordRound } from "./password_round";

/** It is done. Whoever cannot sign in yet may get a first password here. */
export function ImportDone({ report, onRestart }: { report: ImportReport; onRestart: () => void }) {
  const { t } = useTranslation("directory");
  const { data } = useQuery(directoryQuery);
  const round = usePasswordRound();
  const waiting = data?.users.filter((user) => user.is_active && user.has_password === false) ?? [];
  return (
    <>
      <EmptyState
        art="done"
        title={t("import.done")}
        text={t("import.doneText")}
        action={
          <LinkButton to="/directory" type="primary">
            {t("import.toPeople")}
          </LinkButton>
        }
      />
      <ImportCounts report={report} />
      {(waiting.length > 0 || round.given.length > 0) && (
        <section className={styles.round} aria-label={t("round.title")}>
          <h2>{t("round.title")}</h2>
          <p>{t("round.text")}</p>
          <Foot>
            {waiting.length > 0 && (
              <Button
                icon={<KeyRound size={16} />}
                loading={round.isRunning}
                onClick={() => void givePasswords(waiting)}
              >
                {t("round.give", { count: waiting.length })}
              </Button>
            )}
            {round.given.length > 0 && !round.isRunning && (
              <Button type="primary" icon={<FileDown size={16} />} onClick={savePasswords}>
                {t("round.download", { count: round.given.length })}
              </Button>
            )}
          </Foot>
          {round.given.length > 0 && <p className={styles.hint}>{t("password.once")}</p>}
        </section>
      )}
      <Foot className={styles.foot}>
        <Button onClick={onRestart}>{t("import.another")}</Button>
      </Foot>
    </>
  );
}
