import { Button } from "antd";
import { KeyRound, LogOut } from "lucide-react";
import { endSessions } from "@/api/directory";
import { useTranslation } from "@/i18n/words";
import { useAsk } from "@/ui/ask";
import { toast } from "@/ui/toast";
import styles from "./directory.module.css";

/** What an administrator may do to somebody's way in. */
export function UserAccess({ user, onPassword }: { user: string; onPassword: () => void }) {
  const { t } = useTranslation("directory");
  const ask = useAsk();
  const reset = async () => {
    if (await ask({ title: t("access.resetTitle"), text: t("access.resetText"), ok: t("access.reset") })) onPassword();
  };
  const end = async () => {
    const question = { title: t("access.endTitle"), text: t("access.endText"), ok: t("access.end"), isDanger: true };
    if (!(await ask(question))) return;
    await endSessions(user).then(() => toast.success(t("access.ended")), toast.problem);
  };
  return (
    <section className={styles.access} aria-label={t("access.title")}>
      <Button icon={<KeyRound size={16} />} onClick={() => void reset()}>
        {t("access.reset")}
      </Button>
      <Button icon={<LogOut size={16} />} onClick={() => void end()}>
        {t("access.end")}
      </Button>
    </section>
  );
}
