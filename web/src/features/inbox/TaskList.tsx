import { type RefObject, type UIEvent, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TaskItem } from "@/api/inbox";
import styles from "./inbox.module.css";
import { rowKey } from "./selection";
import { TaskRow } from "./TaskRow";

export interface TaskListProps {
  items: readonly TaskItem[];
  /** The row the keys act on. */
  at: string | null;
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
  /** Asks for more; absent when there is no more. */
  onEnd: (() => void) | undefined;
}

/** Pixels before the end at which the next page is asked for. */
const AHEAD = 480;

export function TaskList(props: TaskListProps) {
  const { t } = useTranslation("inbox");
  const { items, at, scroll, onEnd } = props;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = scroll.current;
  }, [scroll]);
  useLayoutEffect(() => {
    if (at) box.current?.querySelector(`[data-key="${CSS.escape(at)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const onScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    scroll.current = currentTarget.scrollTop;
    if (currentTarget.scrollHeight - currentTarget.scrollTop - currentTarget.clientHeight < AHEAD) onEnd?.();
  };
  return (
    <div className={styles.scroll} ref={box} onScroll={onScroll}>
      <div aria-live="polite">
        {props.waiting > 0 && (
          <button type="button" className={styles.pill} onClick={props.onWaiting}>
            {t("arrived", { count: props.waiting })}
          </button>
        )}
      </div>
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
              canTick={props.canTick && Boolean(item.task)}
              onNear={props.onNear}
              onOpen={() => props.onOpen(key)}
              onTick={(isRange) => props.onTick(key, isRange)}
            />
          );
        })}
      </ul>
    </div>
  );
}
