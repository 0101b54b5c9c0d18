// Everything a person can do in the designer, where they are looking: on the open tab, on the grid or on the phone.

import { useMemo } from "react";
import type { BoardDefinition, Tile } from "@/model/report";
import type { OutlinePlace } from "@/ui/designer/outline_gap";
import { type BoardEdits, type BoardStore, boardEdits } from "../edits/edits";
import { type PhoneEdits, phoneEdits } from "../edits/phone_edits";
import { type TabEdits, tabEdits } from "../edits/tab_edits";
import { readingOrder } from "../view/board_look";
import { onPhone } from "../view/phone";
import { onTab, pagesOf } from "../view/tabs";
import type { Device } from "./DevicePick";

export interface DesignerEdits {
  edits: BoardEdits;
  tabs: TabEdits;
  phone: PhoneEdits;
}

export function useEdits(store: BoardStore, open: string | null): DesignerEdits {
  return useMemo(
    () => ({ edits: boardEdits(store, open), tabs: tabEdits(store), phone: phoneEdits(store, open) }),
    [store, open],
  );
}

export type OutlinePage = ReturnType<typeof pagesOf>[number];

/** Each page with its tiles as that device shows them. */
export function outlinePages(board: BoardDefinition, device: Device): OutlinePage[] {
  return pagesOf(board).map((page) => {
    const own = onTab(board, page.tab);
    return { ...page, tiles: device === "phone" ? onPhone(own).map(({ tile }) => tile) : readingOrder(own.tiles) };
  });
}

/** A tile that is dropped in the outline: to another tab, or to another place of its own. */
export function moveInOutline(
  { edits, tabs, phone }: DesignerEdits,
  pages: readonly OutlinePage[],
  device: Device,
): (tile: Tile, place: OutlinePlace) => void {
  return (tile, { section, at }) => {
    const there = pages.find(({ tab }) => (tab ?? "") === section)?.tiles ?? [];
    if (!there.includes(tile)) tabs.bring([tile.id], section);
    else if (device === "phone") phone.move(tile.id, at);
    else edits.putBefore(tile.id, there[at]?.id ?? null);
  };
}
