import { Star } from "lucide-react";
import { lazy } from "react";
import { checkDecimal } from "../decimal/decimal_text";
import { readDecimal } from "../reading";
import type { FieldType } from "../registry";
import { RatingEdit } from "./RatingEdit";
import { RatingRead } from "./RatingRead";

export const rating: FieldType<"rating"> = {
  kind: "rating",
  icon: Star,
  group: "choice",
  settings: () => ({ kind: "rating", stars: 5 }),
  span: 6,
  isTyped: true,
  Edit: RatingEdit,
  Read: RatingRead,
  Settings: lazy(() => import("./RatingSettings")),
  toText: (value, { stars }) => `${String(value)}/${stars}`,
  fromText: (text, { stars }) => readDecimal(text.replace(`/${stars}`, "")),
  check: (value, { stars }, place) => checkDecimal(String(value), { min: "1", max: String(stars), decimals: 0 }, place),
};
