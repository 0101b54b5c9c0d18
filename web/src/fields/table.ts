// Every kind, by its name in definitions.

import type { Control, Field, FieldKind } from "@/model/form";
import { checkbox } from "./checkbox/checkbox";
import { date } from "./date/date";
import { datetime } from "./datetime/datetime";
import { dept } from "./dept/dept";
import { file } from "./file/file";
import { formula } from "./formula/formula";
import { image } from "./image/image";
import { money } from "./money/money";
import { number } from "./number/number";
import { percent } from "./percent/percent";
import { radio } from "./radio/radio";
import { rating } from "./rating/rating";
import type { FieldType, FieldTypes } from "./registry";
import { select } from "./select/select";
import { serial } from "./serial/serial";
import { switchKind } from "./switch/switch";
import { text } from "./text/text";
import { textarea } from "./textarea/textarea";
import { user } from "./user/user";

/** In palette order. */
export const TYPES: FieldTypes = {
  text,
  textarea,
  number,
  money,
  percent,
  date,
  datetime,
  radio,
  select,
  checkbox,
  switch: switchKind,
  rating,
  user,
  dept,
  image,
  file,
  serial,
  formula,
};

/** The type of a control; its parts take the field they belong to. */
export function typeOf<K extends FieldKind>(control: Extract<Control, { kind: K }>): FieldType<K> {
  // The key and the type it leads to are one choice, which an index signature cannot say.
  return TYPES[control.kind] as unknown as FieldType<K>;
}

export function kindOf(field: Field): FieldType<FieldKind> {
  return TYPES[field.control.kind] as unknown as FieldType<FieldKind>;
}
