// Where a person goes on: with what was left unfinished, of this device first, else with the draft on the server. What another
// window is writing stays there, and what was sent meanwhile is never taken up again.

import type { NewOrder } from "@/api/orders";
import { holdDraft } from "@/ui/hold";
import { fateOf, throwAway } from "./fate";
import { copiesOf, dropCopy, freshCopy, type LocalCopy } from "./local_copy";

export interface Taken {
  copy: LocalCopy;
  /** It was begun earlier. */
  isResumed: boolean;
  /** The server does not have all of it. */
  isUnsaved: boolean;
  /** Another window is writing an order of the same form. */
  isElsewhere: boolean;
  /** Lets the other windows have it. */
  release: () => void;
}

/** A new order that nobody else can know of. */
export function begin(copy: LocalCopy, { isUnsaved = false, isElsewhere = false } = {}): Taken {
  const held = holdDraft(copy.id);
  const release = () => void held.then((one) => one?.release());
  return { copy, isResumed: false, isUnsaved, isElsewhere, release };
}

/** `wanted`: the one that the person asked for, before all others. */
export async function resume(form: string, user: string, opened: NewOrder, wanted?: string): Promise<Taken> {
  const copies = copiesOf(form, user);
  for (const { id } of copies.filter(({ isThrown }) => isThrown)) {
    void throwAway(id).then((isDone) => isDone && dropCopy(form, user, id));
  }
  const ids = new Set(copies.map(({ id }) => id));
  const blank = freshCopy(opened.version, opened.values);
  const there = new Set([wanted, opened.draft].filter((id) => id != null && !ids.has(id)));
  const onServer = [...there].map((id): LocalCopy => ({ ...blank, id: String(id), isDraft: true }));
  const all = [...copies.filter(({ isThrown }) => !isThrown), ...onServer];
  let isElsewhere = false;
  for (const left of all.sort((a, b) => Number(b.id === wanted) - Number(a.id === wanted))) {
    const held = await holdDraft(left.id);
    if (!held) {
      isElsewhere = true;
      continue;
    }
    const isUnsaved = ids.has(left.id);
    const copy = await stillOpen(left, isUnsaved);
    if (copy) return { copy, isResumed: true, isUnsaved, isElsewhere, release: held.release };
    dropCopy(form, user, left.id);
    held.release();
  }
  return begin(blank, { isElsewhere });
}

/** `null`: it was sent, or thrown away. What the server did not say anything of goes on if this device has it. */
async function stillOpen(copy: LocalCopy, isHere: boolean): Promise<LocalCopy | null> {
  const fate = await fateOf(copy.id);
  if (fate.is === "draft") return isHere ? { ...copy, isDraft: true } : { ...copy, values: fate.page.values };
  if (!isHere || fate.is === "sent") return null;
  return fate.is === "none" && copy.isDraft ? null : copy;
}
