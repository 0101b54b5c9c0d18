import { Button, Segmented } from "antd";
import { KeyRound, LogOut, MonitorX } from "lucide-react";
import type { Language } from "@/i18n/i18n";
import { useTranslation } from "@/i18n/words";
import type { Theme } from "@/model/preference";
import { useAsk } from "@/ui/ask";
import { preferLanguage, preferTheme } from "@/ui/face";
import { LinkButton } from "@/ui/LinkButton";
import { useTheme } from "@/ui/theme";
import { UserAvatar } from "@/ui/UserAvatar";
import { isUnderWay, useUploadBook } from "@/ui/uploads/book";
import styles from "./AccountMenu.module.css";
import { useSession, useSignOut } from "./session_state";

const THEMES: readonly Theme[] = ["system", "light", "dark"];
const LANGUAGES: readonly Language[] = ["zh", "en"];

/** Who I am, how it looks, in which language, and the way out. */
export function AccountMenu() {
  const { t, i18n } = useTranslation("shell");
  const me = useSession();
  const signOut = useSignOut();
  const ask = useAsk();
  const uploads = useUploadBook((book) => book.uploads.filter(isUnderWay).length);
  const choice = useTheme((state) => state.choice);
  if (!me) return null;
  const leave = async (where?: "everywhere") => {
    const words = { title: t("uploads.signOut", { count: uploads }), text: t("uploads.signOutText"), ok: t("signOut") };
    if (uploads === 0 || (await ask(words))) await signOut(where);
  };
  const { user, organisation } = me;
  return (
    <div className={styles.menu}>
      <div className={styles.who}>
        <UserAvatar name={user.name} size={44} />
        <div className={styles.names}>
          <strong>{user.name}</strong>
          <span>{user.login}</span>
        </div>
      </div>
      <div className={styles.row}>
        <span>{t("theme.label")}</span>
        <Segmented<Theme>
          value={choice}
          onChange={preferTheme}
          options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
        />
      </div>
      <div className={styles.row}>
        <span>{t("language.label")}</span>
        <Segmented<Language>
          value={i18n.language as Language}
          onChange={(language) => void preferLanguage(language)}
          options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        />
      </div>
      <LinkButton to="/password" icon={<KeyRound size={16} />} block>
        {t("password")}
      </LinkButton>
      <Button icon={<MonitorX size={16} />} onClick={() => void leave("everywhere")} block>
        {t("signOutEverywhere")}
      </Button>
      <Button icon={<LogOut size={16} />} onClick={() => void leave()} block>
        {t("signOut")}
      </Button>
      <p className={styles.version}>{organisation}</p>
    </div>
  );
}
