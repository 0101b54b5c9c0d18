import { useParams } from "@tanstack/react-router";
import { OrderView } from "./OrderView";

/** An order beside the records of its form. */
export function RecordPane() {
  const { app, form, id } = useParams({ from: "/shell/apps/$app/forms/$form/records/$id" });
  return (
    <OrderView key={id} id={id} back={{ to: "/apps/$app/forms/$form", params: { app, form }, search: (old) => old }} />
  );
}
