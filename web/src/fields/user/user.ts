import { User } from "lucide-react";
import { lazy } from "react";
import { listed } from "@/i18n/joined";
import { pickedOf } from "../choice/options";
import { readAll, readName } from "../reading";
import type { FieldType } from "../registry";
import { NamesStill } from "../still/NamesStill";
import { UserRead } from "./UserRead";

export const user: FieldType<"user"> = {
  kind: "user",
  icon: User,
  group: "people",
  settings: () => ({ kind: "user", many: false }),
  span: 6,
  isTyped: true,
  Edit: lazy(() => import("./UserEdit")),
  Still: NamesStill,
  Read: UserRead,
  Settings: lazy(() => import("./UserSettings")),
  toText: (value, _control, names) => listed(pickedOf(value).map(names)),
  fromText: (text, { many }, { people }) => {
    const read = (part: string) => readName(part, people, "unknown_user");
    return many ? readAll(text, read) : read(text);
  },
};
