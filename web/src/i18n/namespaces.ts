// The typed keys. Each Chinese file adds its namespace here by declaration merging, so that a new feature touches no
// shared list; `Same` makes the English file carry the same keys.

import "i18next";

// biome-ignore lint/suspicious/noEmptyInterface: filled by every file of ./zh
export interface Namespaces {}

/** The shape of another language: the same keys, any text; English may add `_one` plurals. */
export type Same<T> = {
  [K in keyof T]: T[K] extends string ? string : Same<T[K]>;
} & { [K in `${string}_one`]?: string };

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: Namespaces;
    returnNull: false;
  }
}
