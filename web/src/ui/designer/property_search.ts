// Looking for a property in the inspector: rows that do not speak of it hide, and so do groups without any other.

import { createContext, useContext, useLayoutEffect } from "react";
import { isNamed } from "@/model/pinyin";

export interface PropertySearch {
  /** Empty: everything is there. */
  text: string;
  /** A row is found, or no longer. */
  count: (more: 1 | -1) => void;
}

export const PropertySearchContext = createContext<PropertySearch>({ text: "", count: () => undefined });

/** Whether the row that says `words` is there; its group is told. */
export function useFound(words: string): boolean {
  const { text, count } = useContext(PropertySearchContext);
  const isFound = text === "" || isNamed(words, undefined, text);
  useLayoutEffect(() => {
    if (!isFound) return;
    count(1);
    return () => count(-1);
  }, [isFound, count]);
  return isFound;
}
