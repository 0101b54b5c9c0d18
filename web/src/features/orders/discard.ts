import { useNavigate } from "@tanstack/react-router";
import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { discardOrderDraft } from "@/api/orders";
import { queryClient } from "@/api/query_client";
import type { OrderPage } from "@/model/order";
import { toast } from "@/ui/toast";

/** Throws an own draft away, after asking; `null` where there is none. */
export function useDiscard(order: OrderPage): (() => void) | null {
  const { t } = useTranslation("orders");
  const navigate = useNavigate();
  if (order.state !== "draft") return null;
  const discard = async () => {
    try {
      await discardOrderDraft(order.id);
      await navigate({ to: "/inbox", search: { tab: "drafts" } });
      void queryClient.invalidateQueries({ queryKey: ["inbox"] });
    } catch (error) {
      toast.problem(error);
    }
  };
  return () =>
    void Modal.confirm({
      title: t("discardTitle", { title: order.title || t("untitled", { form: order.form_name }) }),
      okText: t("discard"),
      okButtonProps: { danger: true },
      autoFocusButton: "cancel",
      onOk: discard,
    });
}
