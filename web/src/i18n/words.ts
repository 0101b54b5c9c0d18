// Sentences in components. One function for each namespace and language serves every component that asks for it.

import type { TFunction } from "i18next";
import { useSyncExternalStore } from "react";
import { i18n, type Namespace } from "./i18n";

type Spoken = Namespace | readonly [Namespace, ...Namespace[]];

const sayings = new Map<string, TFunction>();

function follow(changed: () => void): () => void {
  i18n.on("languageChanged", changed);
  return () => i18n.off("languageChanged", changed);
}

/** What a namespace says; the first of several needs no name before its keys. Follows the language. */
export function useTranslation<const N extends Spoken = "common">(
  namespace?: N,
): { t: TFunction<N>; i18n: typeof i18n } {
  const language = useSyncExternalStore(follow, () => i18n.language);
  const key = `${language} ${namespace ?? "common"}`;
  let t = sayings.get(key);
  if (!t) {
    t = i18n.getFixedT(language, namespace ?? "common") as unknown as TFunction;
    sayings.set(key, t);
  }
  return { t: t as unknown as TFunction<N>, i18n };
}
