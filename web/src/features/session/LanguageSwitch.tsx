import { useTranslation } from "@/i18n/words";
import { preferLanguageAtDoor } from "@/ui/face";
import styles from "./session.module.css";

/** Offers the other language, in its own words. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation("session");
  const other = i18n.language === "zh" ? "en" : "zh";
  return (
    <button
      type="button"
      className={styles.language}
      lang={other === "zh" ? "zh-CN" : "en"}
      onClick={() => void preferLanguageAtDoor(other)}
    >
      {t("otherLanguage")}
    </button>
  );
}
