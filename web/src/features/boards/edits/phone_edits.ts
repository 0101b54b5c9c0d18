// What a person does to a board's layout on phones, each as one step that can be taken back.

import type { PhoneHeight, PhoneTile } from "@/model/report";
import { changedOnPhone, movedOnPhone } from "../view/phone";
import { onTab, phoneWith } from "../view/tabs";
import type { BoardStep, BoardStore } from "./edits";

export interface PhoneEdits {
  /** To a gap of the list: 0 is before the first. */
  move: (id: string, gap: number) => void;
  /** `null`: as its kind needs. */
  height: (id: string, height: PhoneHeight | null) => void;
  hide: (id: string, isHidden: boolean) => void;
  /** The open tab follows the grid again. */
  derive: () => void;
}

/** `open`: the tab that is looked at; each lies on a phone by itself. */
export function phoneEdits(store: BoardStore, open: string | null): PhoneEdits {
  const { dispatch } = store.getState();
  const whole = () => store.getState().history.doc.definition;
  const board = () => onTab(whole(), open);
  const phoneOf = (next: readonly PhoneTile[]) => phoneWith(whole(), board().tiles, next);
  const put = (step: BoardStep, id: string, phone: readonly PhoneTile[], group?: string) =>
    dispatch({
      name: { key: step, params: { title: board().tiles.find((tile) => tile.id === id)?.title ?? "" } },
      changes: [{ kind: "phone", phone: phoneOf(phone) }],
      selection: [id],
      ...(group && { group }),
    });
  return {
    move: (id, gap) => {
      const phone = movedOnPhone(board(), id, gap);
      if (phone) put("phoneMove", id, phone, `phoneMove.${id}`);
    },
    height: (id, height) => put("phoneHeight", id, changedOnPhone(board(), id, { height })),
    hide: (id, isHidden) => put(isHidden ? "phoneHide" : "phoneShow", id, changedOnPhone(board(), id, { isHidden })),
    derive: () => dispatch({ name: { key: "phoneDerive" }, changes: [{ kind: "phone", phone: phoneOf([]) }] }),
  };
}
