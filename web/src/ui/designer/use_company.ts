import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { sayGone, sayHere } from "@/api/presence";

/** Well within what the server waits for before it thinks that a window is closed. */
const SAID_EVERY_MS = 15_000;

/** Who else has this open; nobody, as long as that cannot be told. */
export function useCompany(place: string): readonly string[] {
  const { data = [] } = useQuery({
    queryKey: ["presence", place],
    queryFn: ({ signal }) => sayHere(place, signal),
    refetchInterval: SAID_EVERY_MS,
    refetchIntervalInBackground: true,
    retry: false,
    gcTime: 0,
  });
  useEffect(() => {
    const leave = () => void sayGone(place).catch(() => undefined);
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      leave();
    };
  }, [place]);
  return data;
}
