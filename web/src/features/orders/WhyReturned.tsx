import { Alert } from "antd";
import type { OrderPage } from "@/model/order";
import { isOwnDraft } from "./autosave";
import { useHistoryWords } from "./history_words";

/** Before its author reads anything else: who sent the order back, and why. */
export function WhyReturned({ order }: { order: OrderPage }) {
  const { title } = useHistoryWords(order.definition);
  const last = [...order.history].reverse().find(({ kind }) => kind === "returned" || kind === "rejected");
  if (order.state !== "returned" || !last || !isOwnDraft(order)) return null;
  return <Alert type="warning" showIcon title={title(last)} description={last.text} />;
}
