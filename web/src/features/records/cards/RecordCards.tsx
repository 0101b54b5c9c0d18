import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { RecordQuery } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { useColumnWords } from "@/ui/column_words";
import type { Look } from "../look/look";
import styles from "../look/records.module.css";
import { FoldButton, GroupName } from "../pages/GroupHead";
import { useGroups } from "../pages/use_groups";
import { type Pages, useLooked } from "../pages/use_pages";
import { RecordCard } from "./RecordCard";

export interface RecordCardsProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  question: RecordQuery;
  pages: Pages;
  /** The record that is read over the cards. */
  open: string | undefined;
  onOpen: (id: string) => void;
  onFold: (key: string) => void;
}

/** Pixels of a card that was never drawn. */
const CARD_HEIGHT = 130;

/** The list on a phone: a card per record instead of a shrunken table, as many as are in view. */
export function RecordCards({ form, definition, look, question, pages, open, onOpen, onFold }: RecordCardsProps) {
  const { t } = useTranslation("records");
  const words = useColumnWords(definition);
  const { hasHead, headOf } = useGroups({ form, definition, group: look.group, question, words, pages });
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: pages.total,
    getScrollElement: () => box.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 4,
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  useLooked(pages, items);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at its first card
  useEffect(() => void box.current?.scrollTo({ top: 0 }), [pages.key]);
  // Going on from record to record, the cards come along: so does what is after the last of them, and the way back ends here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cards follow when another record opens, not when they scroll
  useEffect(() => {
    const at = open ? pages.indexOf(open) : -1;
    if (at >= 0) virtual.scrollToIndex(at);
  }, [open]);
  const stir = open || (virtual.scrollOffset ?? 0) > 0 ? "work" : "none";
  useEffect(() => {
    pages.setStir(stir);
    return () => pages.setStir("none");
  }, [pages.setStir, stir]);
  return (
    <div ref={box} className={styles.cards}>
      <ul className={styles.cardList} aria-label={t("title")} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = pages.rowAt(index);
          const head = row && hasHead(index) ? headOf(row) : null;
          return (
            <li
              key={index}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.cardRow}
              style={{ transform: `translateY(${start}px)` }}
            >
              {head && (
                <div className={styles.cardGroup}>
                  <FoldButton group={head} onFold={onFold} />
                  <h2>
                    <GroupName group={head} />
                  </h2>
                </div>
              )}
              {row ? (
                <RecordCard words={words} look={look} row={row} onOpen={onOpen} />
              ) : (
                <div className={styles.awaited} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
