// The calendar behind a date is drawn in the person's language.

import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { useTranslation } from "@/i18n/words";

export function useCalendarLanguage(): void {
  const { i18n } = useTranslation();
  dayjs.locale(i18n.language === "zh" ? "zh-cn" : "en");
}
