import { Network } from "lucide-react";
import { lazy } from "react";
import { listed } from "@/i18n/joined";
import { pickedOf } from "../choice/options";
import { readAll, readName } from "../reading";
import type { FieldType } from "../registry";
import { NamesStill } from "../still/NamesStill";
import { DeptRead } from "./DeptRead";

export const dept: FieldType<"dept"> = {
  kind: "dept",
  icon: Network,
  group: "people",
  settings: () => ({ kind: "dept", many: false }),
  span: 6,
  isTyped: true,
  Edit: lazy(() => import("./DeptEdit")),
  Still: NamesStill,
  Read: DeptRead,
  Settings: lazy(() => import("./DeptSettings")),
  toText: (value, _control, names) => listed(pickedOf(value).map(names)),
  fromText: (text, { many }, { departments }) => {
    const read = (part: string) => readName(part, departments, "unknown_department");
    return many ? readAll(text, read) : read(text);
  },
};
