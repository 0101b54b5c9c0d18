import type { Goal } from "./book";

/** The fields of an order, on whatever page they are filled in. */
export const orderKey = (order: string): string => `order.${order}`;

/** An order that is being written, by the name of its form. */
export const draftGoal = (form: string, title: string, order: string): Goal => ({
  key: orderKey(order),
  title,
  href: `/new/${form}?draft=${order}`,
});
