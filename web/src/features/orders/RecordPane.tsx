import { useParams } from "@tanstack/react-router";
import { OrderView } from "./OrderView";

/** An order beside the records of its form; the list has the way back. */
export function RecordPane() {
  const { id } = useParams({ from: "/shell/apps/$app/forms/$form/records/$id" });
  return <OrderView key={id} id={id} />;
}
