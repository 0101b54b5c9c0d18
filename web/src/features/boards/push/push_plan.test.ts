import { expect, it } from "vitest";
import type { PushPlan } from "@/api/pushes";
import { i18n } from "@/i18n/i18n";
import { formatOf } from "@/ui/format";
import { NEW_PLAN, whenText } from "./push_plan";

const at = (days: PushPlan["days"]): PushPlan => ({ ...NEW_PLAN, days });

it("says when a board is pushed as people do, days of the week in their order", () => {
  const t = i18n.getFixedT("zh", "push");
  const format = formatOf("zh");
  expect(whenText(NEW_PLAN, t, format)).toBe("每个工作日 09:00");
  expect(whenText(at({ kind: "daily" }), t, format)).toBe("每天 09:00");
  expect(whenText(at({ kind: "weekly", days: [5, 1] }), t, format)).toBe("每周一、周五 09:00");
  expect(whenText(at({ kind: "monthly", day: 31 }), t, format)).toBe("每月 31 日 09:00");
});
