// What one person has looked at on this device, order by order: how far its story went, and how its fields stood. Another
// device does not know of it. Values leave no trace here but a short digest, which tells that one changed and not what it was.

import { create } from "zustand";
import type { OrderPage } from "@/model/order";
import type { Value, Values } from "@/model/value";
import { readPreference, writePreference } from "./preference";

export interface Seen {
  /** Of the newest thing on the page, by the server's clock. */
  at: number;
  fields: Readonly<Record<string, string>>;
}

/** By order, longest unseen first. */
type Book = Readonly<Record<string, Seen>>;

/** Whoever looks at more orders than this has forgotten the first ones too. */
const ORDERS_MAX = 300;
const EMPTY: Book = {};

const placeOf = (user: string): string => `seen.${user}`;

const useBooks = create<{ books: Readonly<Record<string, Book>> }>(() => ({ books: {} }));

function bookOf(user: string): Book {
  return useBooks.getState().books[user] ?? readPreference<Book>(placeOf(user), EMPTY);
}

/** What this person has seen of an order; nothing when it is new to them here. */
export const seenOf = (user: string, order: string): Seen | undefined => bookOf(user)[order];

/** Whether anything came to an order since this person looked at it; hears of every look. */
export function useIsUnread(user: string): (order: string, at: number) => boolean {
  useBooks();
  const book = bookOf(user);
  return (order, at) => (book[order]?.at ?? 0) < at;
}

export function seenNow(order: OrderPage): Seen {
  const moments = [
    order.created_at,
    ...order.history.map(({ at }) => at),
    ...order.tasks.map((task) => task.opened_at),
  ];
  return { at: Math.max(...moments), fields: digests(order.values) };
}

export function markSeen(user: string, order: string, seen: Seen): void {
  const { [order]: _, ...others } = bookOf(user);
  const left = Object.entries(others).slice(1 - ORDERS_MAX);
  const book = Object.fromEntries([...left, [order, seen]]);
  useBooks.setState(({ books }) => ({ books: { ...books, [user]: book } }));
  writePreference(placeOf(user), book);
}

/** Fields that do not stand as they did. */
export function changedFields(before: Seen, now: Seen): string[] {
  const all = new Set([...Object.keys(before.fields), ...Object.keys(now.fields)]);
  return [...all].filter((field) => before.fields[field] !== now.fields[field]);
}

/** These fields as they stand now, the others as they were seen. */
export function seenAlso(before: Seen, now: Seen, fields: readonly string[]): Seen {
  const others = Object.entries(before.fields).filter(([field]) => !fields.includes(field));
  const these = Object.entries(now.fields).filter(([field]) => fields.includes(field));
  return { ...before, fields: Object.fromEntries([...others, ...these]) };
}

function digests(values: Values): Record<string, string> {
  const filled = Object.entries(values).filter(([, value]) => value !== null);
  return Object.fromEntries(filled.map(([field, value]) => [field, digest(value)]));
}

/** FNV-1a, 32 bits. */
function digest(value: Value): string {
  let sum = 0x811c9dc5;
  for (const char of JSON.stringify(value)) sum = Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (sum >>> 0).toString(36);
}
