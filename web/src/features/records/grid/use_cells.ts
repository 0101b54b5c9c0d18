import { useEffect, useState } from "react";
import { editRecord, orderQuery } from "@/api/orders";
import { queryClient } from "@/api/query_client";
import { type Cells, cellsOf } from "./cells";
import { type Server, saveQueue } from "./save_queue";

const SERVER: Server = {
  edit: async (id, values, rev, key) => (await editRecord(id, { values, record_rev: rev }, { key })).record_rev,
  see: (id) => queryClient.fetchQuery({ ...orderQuery(id), staleTime: 0 }),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** The changed cells of one list. What is still on its way arrives even when the person goes elsewhere; only a closed tab would lose it. */
export function useCells(): Cells {
  const [{ queue, cells }] = useState(() => {
    const made = saveQueue(SERVER);
    return { queue: made, cells: cellsOf(made) };
  });
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => queue.waiting() > 0 && event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [queue]);
  return cells;
}
