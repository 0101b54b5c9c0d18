import { useNavigate } from "@tanstack/react-router";
import { discardOrderDraft } from "@/api/orders";
import { queryClient } from "@/api/query_client";
import { useTranslation } from "@/i18n/words";
import type { OrderPage } from "@/model/order";
import { useDelete } from "@/ui/ask";
import { orderKey } from "@/ui/uploads/goal_of";
import { dropAllOf } from "@/ui/uploads/uploads";

/** Throws an own draft away, after asking; `null` where there is none. */
export function useDiscard(order: OrderPage): (() => void) | null {
  const { t } = useTranslation("orders");
  const navigate = useNavigate();
  const remove = useDelete();
  if (order.state !== "draft") return null;
  const discard = async () => {
    const title = t("discardTitle", { title: order.title || t("untitled", { form: order.form_name }) });
    if (!(await remove({ title }, () => discardOrderDraft(order.id)))) return;
    dropAllOf(orderKey(order.id));
    await navigate({ to: "/inbox", search: { tab: "drafts" } });
    void queryClient.invalidateQueries({ queryKey: ["inbox"] });
  };
  return () => void discard();
}
