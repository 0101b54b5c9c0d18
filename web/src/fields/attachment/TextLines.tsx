import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { readFile } from "@/api/files";
import { ListSkeleton } from "@/ui/Skeletons";
import type { LookProps } from "./FilePreview";
import { textOf } from "./preview";
import styles from "./preview.module.css";

/** A text as it is, in letters of one width. */
export default function TextLines({ file, order, onFailed }: LookProps) {
  const { data, isError } = useQuery({
    queryKey: ["files", "text", file.id, order],
    queryFn: async ({ signal }) => textOf(await readFile(file.id, order, signal)),
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    if (isError) onFailed();
  }, [isError, onFailed]);
  return data === undefined ? <ListSkeleton /> : <pre className={styles.text}>{data}</pre>;
}
