// A part that comes when it is first needed, with what it is drawn with and the words it speaks.

import type { ComponentType } from "react";
import { loadWords, type Namespace } from "@/i18n/i18n";

type PropsOf<C> = C extends ComponentType<infer P> ? P : never;

/** What is thrown for a page whose file is gone. The router would reload at once, over whatever is not saved; the app looks first. */
export function lostPage(cause: unknown): never {
  throw new Error("a page could not be loaded", { cause });
}

/** For `lazy` and `lazyRouteComponent`: the export `name` of a module, inside the component kit. */
export function inKit<M, N extends keyof M>(load: () => Promise<M>, name: N, ...words: readonly Namespace[]) {
  return async (): Promise<{ default: ComponentType<PropsOf<M[N]>> }> => {
    const [module, { Kit }] = await Promise.all([load(), import("./Kit"), loadWords(words)]).catch(lostPage);
    // That an export of the module is a component is known where it is named, not here.
    const Part = module[name] as ComponentType<object>;
    const part = (props: object) => (
      <Kit>
        <Part {...props} />
      </Kit>
    );
    return { default: part as ComponentType<PropsOf<M[N]>> };
  };
}
