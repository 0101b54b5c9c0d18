import { Calendar } from "lucide-react";
import { lazy } from "react";
import { readDate } from "../reading";
import type { FieldType } from "../registry";
import { DateRead } from "./DateRead";
import { DayStill } from "./DayStill";

export const date: FieldType<"date"> = {
  kind: "date",
  icon: Calendar,
  group: "basic",
  settings: () => ({ kind: "date", min: null, max: null }),
  span: 6,
  isTyped: true,
  Edit: lazy(() => import("./DateEdit")),
  Still: DayStill,
  Read: DateRead,
  Settings: lazy(() => import("./DateSettings")),
  toText: (value) => String(value),
  fromText: (text) => readDate(text),
};
