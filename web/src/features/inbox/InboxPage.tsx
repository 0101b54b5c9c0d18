import { useInfiniteQuery } from "@tanstack/react-query";
import { Outlet, useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { inboxQuery } from "@/api/inbox";
import { onActed } from "@/api/orders";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { tasksOf, useErrands } from "@/ui/errand_book";
import { inKit } from "@/ui/in_kit";
import { PageHeader } from "@/ui/PageHeader";
import { QueryView } from "@/ui/QueryView";
import { SearchField } from "@/ui/SearchField";
import { ListSkeleton } from "@/ui/Skeletons";
import { SplitView } from "@/ui/SplitView";
import { useIsPhone } from "@/ui/viewport";
import { useArrivals } from "./arrivals";
import { EmptyList } from "./EmptyList";
import { InboxTabs } from "./InboxTabs";
import styles from "./inbox.module.css";
import { type Act, useInboxKeys } from "./inbox_keys";
import { extend, keepOnly, NOTHING, neighbour, rowKey, type Selection, toggle } from "./selection";
import { TaskList } from "./TaskList";

const BatchPanel = lazy(inKit(() => import("./BatchPanel"), "BatchPanel"));

/** The list on the left, the chosen order on the right; a phone shows one of them. */
export function InboxPage() {
  const { t } = useTranslation("inbox");
  const navigate = useNavigate();
  const router = useRouter();
  const isPhone = useIsPhone();
  const { tab = "todo", q = "" } = useSearch({ from: "/shell/inbox" });
  const open = useParams({ strict: false }).id;
  const query = useInfiniteQuery(inboxQuery(tab, q));
  const [ticked, setTicked] = useState<Selection>(NOTHING);
  const [cursor, setCursor] = useState<string | null>(null);
  const [moves, setMoves] = useState(0);
  const scroll = useRef(0);
  const errands = useErrands((state) => state.errands);
  const listed = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const all = useMemo(() => {
    const gone = new Set(
      errands
        .filter(({ state }) => state !== "left")
        .flatMap(tasksOf)
        .map(rowKey),
    );
    return listed.filter((item) => !item.task || !gone.has(rowKey(item)));
  }, [listed, errands]);
  const { shown, waiting, accept } = useArrivals(all, `${tab}/${q}/${query.data?.pages.length ?? 0}`);
  const keys = shown.map(rowKey);
  const selection = keepOnly(ticked, keys);
  const picked = shown.filter((item) => selection.keys.has(rowKey(item)));
  const at = cursor ?? keys[shown.findIndex(({ order }) => order === open)] ?? null;

  const show = (key: string | null) => {
    const item = shown.find((one) => rowKey(one) === key);
    // Who comes back to the list stands where they were.
    setCursor(key ?? at);
    if (item) void navigate({ to: "/inbox/$id", params: { id: item.order }, search: (old) => old });
    else void navigate({ to: "/inbox", search: (old) => old });
  };
  const decide = (key: string, act: Act) => {
    const item = shown.find((one) => rowKey(one) === key);
    if (item) void navigate({ to: "/inbox/$id", params: { id: item.order }, search: (old) => old, state: { act } });
  };
  const tick = (key: string, isRange: boolean) =>
    setTicked(isRange ? extend(selection, key, keys) : toggle(selection, key));
  const move = (step: number) => {
    const key = keys[Math.min(keys.length - 1, Math.max(0, at ? keys.indexOf(at) + step : 0))];
    if (!key) return;
    setMoves((count) => count + 1);
    if (open && selection.keys.size === 0) show(key);
    else setCursor(key);
  };
  useInboxKeys({
    at,
    picked: picked.length,
    move,
    show,
    decide: tab === "todo" ? decide : null,
    tick,
    clear: () => setTicked(NOTHING),
  });

  // What the listener needs changes with every render; it is registered once.
  const onDone = useRef((_order: string) => undefined as unknown);
  onDone.current = (order) => {
    const done = listed.find((item) => item.order === order);
    if (tab !== "todo" || order !== open || !done) return;
    // Its row may be gone already; where it stood says what comes next.
    const line = listed.map(rowKey).filter((key) => key === rowKey(done) || keys.includes(key));
    show(isPhone ? null : neighbour(line, rowKey(done)));
  };
  useEffect(() => onActed((order) => onDone.current(order)), []);

  const batch = picked.length > 0 && (
    <Suspense>
      <BatchPanel items={picked} onClear={() => setTicked(NOTHING)} />
    </Suspense>
  );
  const list = (
    <div className={styles.pane}>
      <PageHeader title={t("title")}>
        <InboxTabs counts={query.data?.pages[0]?.counts} />
        <SearchField
          className={styles.search}
          label={t("search")}
          value={q}
          onSearch={(text) =>
            void navigate({ to: ".", search: (old) => ({ ...old, q: text || undefined }), replace: true })
          }
        />
      </PageHeader>
      <QueryView
        query={query}
        skeleton={<ListSkeleton />}
        isEmpty={() => shown.length === 0 && waiting === 0}
        empty={<EmptyList tab={tab} q={q} />}
      >
        {() => (
          <TaskList
            items={shown}
            at={at}
            moves={moves}
            openOrder={open}
            ticked={selection.keys}
            canTick={tab === "todo"}
            waiting={waiting}
            scroll={scroll}
            onWaiting={accept}
            // What draws an order comes while the finger is still down.
            onNear={() => void router.loadRouteChunk(router.routesById["/shell/inbox/$id"])}
            onOpen={show}
            onTick={tick}
            onDecide={decide}
            onPull={() => void query.refetch()}
            onEnd={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
          />
        )}
      </QueryView>
      {isPhone && batch}
    </div>
  );
  return (
    <SplitView
      name="inbox"
      list={list}
      detail={open || (batch && !isPhone) ? batch || <Outlet /> : null}
      placeholder={<EmptyState art="tiles" title={t("pick")} text={t("pickText")} />}
    />
  );
}
