// How names are read, for whoever types letters. Most come with what they name; of a draft's the server is asked.

import { api } from "./client";

/** By name; one without Chinese characters is absent. */
export const readNames = (names: readonly string[]): Promise<Record<string, string>> => api.post("/pinyin", { names });
