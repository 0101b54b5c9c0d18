import { useLayoutEffect } from "react";
import { Page, type PageProps } from "@/ui/Page";
import { Bone, CardsSkeleton, FormSkeleton, ListSkeleton, PanesSkeleton, TableSkeleton } from "@/ui/Skeletons";
import styles from "./PendingPage.module.css";

const beside = (
  <div className={styles.beside}>
    <ListSkeleton />
  </div>
);
const sheet = (
  <div className={styles.sheet}>
    <FormSkeleton />
  </div>
);

/** What the page will look like: its width, and what stands on it. */
const SHAPES = {
  beside: { width: "full", body: beside },
  sheet: { width: "full", body: sheet },
  panes: { width: "full", body: <PanesSkeleton /> },
  list: { width: "normal", body: <ListSkeleton /> },
  cards: { width: "normal", body: <CardsSkeleton /> },
  table: { width: "normal", body: <TableSkeleton /> },
} as const satisfies Record<string, { width: PageProps["width"]; body: React.ReactNode }>;

/** Longer than a skeleton takes to appear. */
const SETTLED_MS = 600;

let settling: ReturnType<typeof setTimeout> | undefined;

/** Whoever has waited for the page's code sees the skeleton of its content at once: nothing goes blank in between. */
function useNoBlank(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    clearTimeout(settling);
    dataset.waited = "";
    return () => {
      settling = setTimeout(() => delete dataset.waited, SETTLED_MS);
    };
  }, []);
}

/** In the place of a page whose code is on its way. */
export function PendingPage({ shape }: { shape: keyof typeof SHAPES }) {
  useNoBlank();
  const { width, body } = SHAPES[shape];
  const header = (
    <div className={styles.header} aria-hidden="true">
      <Bone width="160px" height={16} />
    </div>
  );
  return (
    <Page width={width} header={header}>
      {body}
    </Page>
  );
}

/** For a route. */
export const pending = (shape: keyof typeof SHAPES) => () => <PendingPage shape={shape} />;
