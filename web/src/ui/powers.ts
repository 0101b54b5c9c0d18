// What the person may do in the whole workspace; the server decides again with every call.

import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/session";
import type { Power } from "@/model/party";

export function usePower(power: Power): boolean {
  const { data: me } = useQuery(sessionQuery);
  return me?.powers.includes(power) ?? false;
}
