import { DatePicker, Input } from "antd";
import dayjs from "dayjs";
import { useIsPhone } from "@/ui/viewport";
import { useCalendarLanguage } from "../date/calendar_language";
import type { EditProps } from "../registry";

const MINUTE = "YYYY-MM-DDTHH:mm";

export default function DatetimeEdit(props: EditProps<"datetime">) {
  const { field, id, value, onChange, onBlur, isInvalid, describedBy } = props;
  const isPhone = useIsPhone();
  useCalendarLanguage();
  const at = typeof value === "number" ? dayjs(value) : null;
  const shared = {
    id,
    status: isInvalid ? ("error" as const) : ("" as const),
    "aria-invalid": isInvalid,
    "aria-describedby": describedBy,
    onBlur,
  };
  if (isPhone) {
    return (
      <Input
        {...shared}
        type="datetime-local"
        value={at ? at.format(MINUTE) : ""}
        onChange={({ target }) => onChange(target.value ? dayjs(target.value).valueOf() : null)}
      />
    );
  }
  return (
    <DatePicker
      {...shared}
      style={{ width: "100%" }}
      aria-label={field.label}
      showTime={{ format: "HH:mm" }}
      format="YYYY-MM-DD HH:mm"
      value={at}
      onChange={(next) => onChange(next ? next.startOf("minute").valueOf() : null)}
    />
  );
}
