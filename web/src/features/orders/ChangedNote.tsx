import { Alert } from "antd";
import { useTranslation } from "@/i18n/words";
import type { OrderPage } from "@/model/order";
import type { Changes } from "./changes";

const NAMED_MAX = 4;

/** Above the form: which of its fields are not as this person saw them last. */
export function ChangedNote({ order, changes: { fields, accept } }: { order: OrderPage; changes: Changes }) {
  const { t } = useTranslation("orders");
  const labels = order.definition.fields.filter(({ id }) => fields.has(id)).map(({ label }) => label);
  if (labels.length === 0) return null;
  const named = labels.slice(0, NAMED_MAX).join(t("history.list"));
  const more = labels.length - NAMED_MAX;
  const text = more > 0 ? t("changedMore", { fields: named, count: more }) : t("changed", { fields: named });
  return <Alert type="info" showIcon closable={{ onClose: accept }} title={text} />;
}
