import dayjs from "dayjs";
import { Calendar } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import type { EditProps } from "../registry";
import { StillBox } from "../still/StillBox";

/** A day, or a moment of one: no calendar opens there, so none is loaded. */
export function DayStill({ value }: Pick<EditProps<"date" | "datetime">, "value">) {
  const { t } = useTranslation("field");
  const text = typeof value === "number" ? dayjs(value).format("YYYY-MM-DD HH:mm") : String(value ?? "");
  return (
    <StillBox text={text} placeholder={t("chooseDay")} suffix={<Calendar size={14} color="var(--text-faint)" />} />
  );
}
