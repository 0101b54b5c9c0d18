import { useParams, useRouterState } from "@tanstack/react-router";
import { OrderView } from "./OrderView";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Chosen in the list already: the order opens with this to be confirmed, or written. */
    act?: "approve" | "reject" | "transfer" | "comment";
  }
}

/** An order beside the inbox; on a phone alone, with the way back to the list. */
export function OrderPane() {
  const { id } = useParams({ from: "/shell/inbox/$id" });
  const act = useRouterState({ select: ({ location }) => location.state.act });
  return <OrderView key={id} id={id} phoneBack={{ to: "/inbox", search: (old) => old }} {...(act && { begin: act })} />;
}
