import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { sessionQuery } from "@/api/session";
import { useCompany } from "./use_company";

const CompanyChip = lazy(() => import("./CompanyChip"));

/** Who else has this open; nothing while one is alone. */
export function Company({ place }: { place: string }) {
  const people = useCompany(place);
  const me = useQuery(sessionQuery).data?.user.id;
  if (people.length === 0) return null;
  return (
    <Suspense>
      <CompanyChip others={people.filter((one) => one !== me)} />
    </Suspense>
  );
}
