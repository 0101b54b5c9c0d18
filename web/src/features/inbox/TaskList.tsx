import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { type RefObject, type UIEvent, useLayoutEffect, useRef } from "react";
import type { TaskItem } from "@/api/inbox";
import { sessionQuery } from "@/api/session";
import { useTranslation } from "@/i18n/words";
import { ArrivalPill } from "@/ui/ArrivalPill";
import { usePull } from "@/ui/pull";
import { useIsUnread } from "@/ui/seen";
import { useIsPhone } from "@/ui/viewport";
import styles from "./inbox.module.css";
import { rowKey } from "./selection";
import { TaskRow } from "./TaskRow";

export interface TaskListProps {
  items: readonly TaskItem[];
  /** The row the keys act on. */
  at: string | null;
  /** How often the keys have moved. */
  moves: number;
  openOrder: string | undefined;
  ticked: ReadonlySet<string>;
  canTick: boolean;
  /** Tasks that came meanwhile. */
  waiting: number;
  /** Where the list was scrolled to; outlives the list on a phone. */
  scroll: RefObject<number>;
  onWaiting: () => void;
  /** A row is about to be opened. */
  onNear: () => void;
  onOpen: (key: string) => void;
  onTick: (key: string, isRange: boolean) => void;
  /** Decides from the list: a phone's row is pushed to one side. */
  onDecide: (key: string, verb: "approve" | "reject") => void;
  /** Asks for what is new. */
  onPull: () => void;
  /** Asks for more; absent when there is no more. */
  onEnd: (() => void) | undefined;
}

/** Pixels before the end at which the next page is asked for. */
const AHEAD = 480;

export function TaskList(props: TaskListProps) {
  const { t } = useTranslation("inbox");
  const { items, at, moves, scroll, onEnd } = props;
  const isPhone = useIsPhone();
  const { data: me } = useQuery(sessionQuery);
  const isUnread = useIsUnread(me?.user.id ?? "");
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef(moves);
  const sign = useRef<HTMLDivElement>(null);
  const pulled = usePull(sign, props.onPull);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = scroll.current;
  }, [scroll]);
  useLayoutEffect(() => {
    const row = at ? box.current?.querySelector(`[data-key="${CSS.escape(at)}"]`) : null;
    if (!row) return;
    row.scrollIntoView({ block: "nearest" });
    // The focus follows the keys from wherever it is, so that Enter opens what is marked; nothing else takes it from elsewhere.
    const isMoved = moved.current !== moves;
    moved.current = moves;
    const { activeElement } = document;
    if (isMoved || activeElement === document.body || box.current?.contains(activeElement)) {
      row.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    }
  }, [at, moves]);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    scroll.current = currentTarget.scrollTop;
    if (currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < AHEAD) onEnd?.();
  };
  return (
    <div className={styles.scroll} ref={box} onScroll={onScroll} {...pulled}>
      <div className={styles.pull} ref={sign} aria-hidden="true">
        <RefreshCw size={18} />
      </div>
      <ArrivalPill
        label={props.waiting > 0 ? t("arrived", { count: props.waiting }) : null}
        className={styles.pill}
        onPress={props.onWaiting}
      />
      <ul aria-label={t("list")}>
        {items.map((item) => {
          const key = rowKey(item);
          return (
            <TaskRow
              key={key}
              item={item}
              isAt={key === at}
              isOpen={item.order === props.openOrder}
              isTicked={props.ticked.has(key)}
              isUnread={Boolean(item.task) && isUnread(item.order, item.opened_at)}
              canTick={props.canTick && Boolean(item.task)}
              onNear={props.onNear}
              onOpen={() => props.onOpen(key)}
              onTick={(isRange) => props.onTick(key, isRange)}
              swipe={
                isPhone && item.approval
                  ? { onRight: () => props.onDecide(key, "approve"), onLeft: () => props.onDecide(key, "reject") }
                  : null
              }
            />
          );
        })}
      </ul>
    </div>
  );
}
