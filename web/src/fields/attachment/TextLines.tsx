import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { ListSkeleton } from "@/ui/Skeletons";
import { textOf } from "./preview";
import styles from "./preview.module.css";

/** A text as it is, in letters of one width. */
export default function TextLines({ address, onFailed }: { address: string; onFailed: () => void }) {
  const { data, isError } = useQuery({
    queryKey: ["files", "text", address],
    queryFn: async ({ signal }) => {
      const answer = await fetch(address, { signal });
      if (!answer.ok) throw new Error(String(answer.status));
      return textOf(await answer.arrayBuffer());
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (isError) onFailed();
  }, [isError, onFailed]);
  return data === undefined ? <ListSkeleton /> : <pre className={styles.text}>{data}</pre>;
}
