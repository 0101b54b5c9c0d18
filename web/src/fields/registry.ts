// The contract of a field kind. A kind is one folder named as in Rust (`fields/money/`) that exports one FieldType; the
// table of all kinds is `fields/table.ts`, a `FieldTypes`, so that a forgotten kind does not compile. Designer, fill
// page, order page, lists and print all ask the table and know no kind by name.

import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { ControlOf, Field, FieldKind } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Value } from "@/model/value";
import type { NameBook, Reading } from "./reading";

/** In palette order. */
export const FIELD_GROUPS = ["basic", "choice", "people", "media", "computed"] as const;

export type FieldGroup = (typeof FIELD_GROUPS)[number];

export interface EditProps<K extends FieldKind> {
  field: Field<ControlOf<K>>;
  /** Put it on the focusable element: label and problem are tied to it. */
  id: string;
  value: Value;
  onChange: (value: Value) => void;
  /** The person left the control: the moment to check it. */
  onBlur: () => void;
  isInvalid: boolean;
  /** Id of the element with help and problem, for aria-describedby. */
  describedBy: string | undefined;
  /** The order whose permission covers the files; absent while it is new. */
  order: string | undefined;
}

export interface ReadProps<K extends FieldKind> {
  field: Field<ControlOf<K>>;
  /** Never empty: the frame shows a dash for that. */
  value: Exclude<Value, null>;
  order: string | undefined;
}

export interface SettingsProps<K extends FieldKind> {
  control: ControlOf<K>;
  /** The changed control; the designer makes it one undoable change. `group` joins typing: `placeholder`. */
  onChange: (control: ControlOf<K>, group?: string) => void;
  problems: readonly Problem[];
}

export interface FieldType<K extends FieldKind> {
  kind: K;
  icon: LucideIcon;
  group: FieldGroup;
  /** A fresh control with the server's defaults. Its name and purpose are `field:<kind>.label` and `.purpose`. */
  settings: () => ControlOf<K>;
  /** Twelfths of the sheet it takes when it is dropped. */
  span: number;
  /** False: computed or given by the server, shown but never typed. */
  isTyped: boolean;
  /** May be React.lazy: the filler shows a skeleton of one line. */
  Edit: ComponentType<EditProps<K>>;
  /** What stands on a sheet that is designed, where Edit is heavy; Edit when left out. */
  Still?: ComponentType<EditProps<K>>;
  Read: ComponentType<ReadProps<K>>;
  /** One line in a list; Read when left out. */
  Cell?: ComponentType<ReadProps<K>>;
  /** Lazy in most kinds: only the designer needs it. */
  Settings: ComponentType<SettingsProps<K>>;
  /** For the clipboard, titles and search; `names` turns ids of people and departments into names. */
  toText: (value: Exclude<Value, null>, control: ControlOf<K>, names: (id: string) => string) => string;
  /** What a text means here, as people paste it from a spreadsheet; never asked about an empty one. Absent: nothing is pasted. */
  fromText?: (text: string, control: ControlOf<K>, names: NameBook) => Reading;
  /** What the server would say of this value alone; `required` is checked for all kinds alike. */
  check?: (value: Exclude<Value, null>, control: ControlOf<K>, place: string) => Problem[];
}

export type FieldTypes = { [K in FieldKind]: FieldType<K> };
