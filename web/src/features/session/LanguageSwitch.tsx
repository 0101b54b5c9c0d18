import { switchLanguage } from "@/i18n/i18n";
import { useTranslation } from "@/i18n/words";
import { writePreference } from "@/ui/preference";
import { toast } from "@/ui/toast";
import styles from "./session.module.css";

/** Offers the other language, in its own words. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation("session");
  const other = i18n.language === "zh" ? "en" : "zh";
  const speak = () => {
    writePreference("language", other);
    switchLanguage(other).catch(toast.problem);
  };
  return (
    <button type="button" className={styles.language} lang={other === "zh" ? "zh-CN" : "en"} onClick={speak}>
      {t("otherLanguage")}
    </button>
  );
}
