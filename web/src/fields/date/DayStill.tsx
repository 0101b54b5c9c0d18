import { Input } from "antd";
import dayjs from "dayjs";
import { Calendar } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { EditProps } from "../registry";

/** A day, or a moment of one, as it stands on a sheet that is designed: no calendar opens there, so none is loaded. */
export function DayStill({ id, value }: Pick<EditProps<"date" | "datetime">, "id" | "value">) {
  const { t } = useTranslation("field");
  const text = typeof value === "number" ? dayjs(value).format("YYYY-MM-DD HH:mm") : String(value ?? "");
  const icon = <Calendar size={14} color="var(--line-strong)" />;
  return <Input id={id} readOnly value={text} placeholder={t("chooseDay")} suffix={icon} />;
}
