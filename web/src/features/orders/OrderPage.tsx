import { useParams } from "@tanstack/react-router";
import { OrderView } from "./OrderView";

/** An order by itself: the address of links in chat and mail. Back leads to the inbox. */
export function OrderPage() {
  const { id } = useParams({ from: "/shell/orders/$id" });
  return <OrderView key={id} id={id} back={{ to: "/inbox" }} />;
}
