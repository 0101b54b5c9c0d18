import type { ReactNode } from "react";
import { ErrorState } from "./ErrorState";

/** What a query and an infinite query have in common. */
export interface Asked<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => Promise<unknown>;
}

export interface QueryViewProps<T> {
  query: Asked<T>;
  /** Shaped like the content. */
  skeleton: ReactNode;
  isEmpty?: (data: T) => boolean;
  /** An EmptyState. */
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}

/** The four states of whatever comes from the server: on its way, failed, empty, there. Old data stays while it is renewed. */
export function QueryView<T>({ query, skeleton, isEmpty, empty, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return isEmpty?.(query.data) ? empty : children(query.data);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return skeleton;
}
