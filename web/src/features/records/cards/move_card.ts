import { actOnOrder } from "@/api/orders";
import { queryClient } from "@/api/query_client";
import type { kanbanQuery, Lane, RecordRow } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import { newId } from "@/model/id";
import type { Column } from "@/model/report";
import { toast } from "@/ui/toast";
import { moveCard } from "./lanes";

/** Moves a card at once, tells the server, and takes it back when the server says no. */
export function useMoveCard(queryKey: ReturnType<typeof kanbanQuery>["queryKey"], by: Column, field: string | null) {
  const { t } = useTranslation("records");
  const put = (change: (lanes: readonly Lane[]) => Lane[]) =>
    queryClient.setQueryData(queryKey, (old) => old && { ...old, lanes: change(old.lanes) });

  const send = async (row: RecordRow, to: string): Promise<number | null> => {
    await queryClient.cancelQueries({ queryKey });
    put((lanes) => moveCard(lanes, row.id, to, by));
    try {
      const values = { [field ?? ""]: to || null };
      const page = await actOnOrder(row.id, "edit", { values, record_rev: row.rev }, { key: newId() });
      put((lanes) => moveCard(lanes, row.id, to, by, page.record_rev));
      return page.record_rev;
    } catch (error) {
      toast.problem(error);
      return null;
    } finally {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
  return async (row: RecordRow, from: string, to: { key: string; label: string }) => {
    const rev = await send(row, to.key);
    if (rev !== null) toast.undo(t("moved", { lane: to.label }), () => void send({ ...row, rev }, from));
  };
}
