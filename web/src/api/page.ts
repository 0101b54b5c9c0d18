// Lists page by cursor, everywhere in the same shape.

export interface PageOf<T> {
  rows: T[];
  /** Absent on the last page. */
  next?: string;
  /** Rows in all pages, when the server counted them. */
  total?: number;
}

/** For `useInfiniteQuery`. */
export const cursor = {
  initialPageParam: "",
  getNextPageParam: (page: { next?: string }): string | undefined => page.next,
};

export function rowsOf<T>(data: { pages: PageOf<T>[] } | undefined): T[] {
  return data?.pages.flatMap((page) => page.rows) ?? [];
}
