import { Barcode } from "lucide-react";
import { lazy } from "react";
import type { FieldType } from "../registry";
import { SerialEdit, SerialRead } from "./SerialEdit";

export const serial: FieldType<"serial"> = {
  kind: "serial",
  icon: Barcode,
  group: "computed",
  settings: () => ({ kind: "serial", pattern: "{yyyyMMdd}-{####}", reset: "day" }),
  span: 6,
  isTyped: false,
  Edit: SerialEdit,
  Read: SerialRead,
  Settings: lazy(() => import("./SerialSettings")),
  toText: (value) => String(value),
};
