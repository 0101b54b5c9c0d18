import { DatePicker, Input } from "antd";
import dayjs from "dayjs";
import { useIsPhone } from "@/ui/viewport";
import type { EditProps } from "../registry";
import { useCalendarLanguage } from "./calendar_language";

/** A phone brings its own wheel for days; a desktop gets a calendar that also takes typing. */
export default function DateEdit(props: EditProps<"date">) {
  const { field, id, value, onChange, onBlur, isInvalid, describedBy } = props;
  const isPhone = useIsPhone();
  useCalendarLanguage();
  const text = typeof value === "string" ? value : "";
  const shared = {
    id,
    status: isInvalid ? ("error" as const) : ("" as const),
    "aria-invalid": isInvalid,
    "aria-describedby": describedBy,
    onBlur,
  };
  if (isPhone) {
    return <Input {...shared} type="date" value={text} onChange={(event) => onChange(event.target.value || null)} />;
  }
  return (
    <DatePicker
      {...shared}
      style={{ width: "100%" }}
      aria-label={field.label}
      value={text ? dayjs(text) : null}
      onChange={(day) => onChange(day ? day.format("YYYY-MM-DD") : null)}
    />
  );
}
