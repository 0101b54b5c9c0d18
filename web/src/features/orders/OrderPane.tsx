import { useParams } from "@tanstack/react-router";
import { OrderView } from "./OrderView";

/** An order beside the inbox; on a phone alone, with the way back to the list. */
export function OrderPane() {
  const { id } = useParams({ from: "/shell/inbox/$id" });
  return <OrderView key={id} id={id} phoneBack={{ to: "/inbox", search: (old) => old }} />;
}
