import dayjs from "dayjs";
import { CalendarClock } from "lucide-react";
import { lazy } from "react";
import { DayStill } from "../date/DayStill";
import { readInstant } from "../reading";
import type { FieldType } from "../registry";
import { DatetimeRead } from "./DatetimeRead";

export const datetime: FieldType<"datetime"> = {
  kind: "datetime",
  icon: CalendarClock,
  group: "basic",
  settings: () => ({ kind: "datetime", min: null, max: null }),
  span: 6,
  isTyped: true,
  Edit: lazy(() => import("./DatetimeEdit")),
  Still: DayStill,
  Read: DatetimeRead,
  Settings: lazy(() => import("./DatetimeSettings")),
  toText: (value) => dayjs(Number(value)).format("YYYY-MM-DD HH:mm"),
  fromText: (text) => readInstant(text),
};
