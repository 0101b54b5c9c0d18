// An order being written, as the server keeps it: made by the first save, changed by the next ones, sent once.

import { actOnOrder, openOrder, saveOrderDraft, verbPath } from "@/api/orders";
import { ApiProblem } from "@/api/problem";
import type { Values } from "@/model/value";
import type { LocalCopy } from "./local_copy";

export interface OnServer {
  isDraft: () => boolean;
  /** Keeps what the server takes of it. `true`: that was all. */
  put: (values: Values) => Promise<boolean>;
  send: (values: Values, key: string) => Promise<unknown>;
  /** The same as `send`, for later. */
  call: (values: Values) => { path: string; body: unknown };
}

export function onServer(form: string, { id, ...copy }: LocalCopy): OnServer {
  let isDraft = copy.isDraft;
  const keep = async (values: Values) => {
    await (isDraft ? saveOrderDraft(id, values) : openOrder({ id, form, values, draft: true }));
    isDraft = true;
  };
  return {
    isDraft: () => isDraft,
    put: async (values) => {
      try {
        await keep(values);
        return true;
      } catch (error) {
        // A half typed phone number keeps nothing else from being saved.
        const refused = error instanceof ApiProblem ? error.problems.map(({ place }) => place) : [];
        if (refused.length === 0) throw error;
        await keep(Object.fromEntries(Object.entries(values).filter(([field]) => !refused.includes(field))));
        return false;
      }
    },
    send: (values, key) =>
      isDraft ? actOnOrder(id, "submit", { values }, { key }) : openOrder({ id, form, values }, { key }),
    call: (values) =>
      isDraft ? { path: verbPath(id, "submit"), body: { values } } : { path: "/orders", body: { id, form, values } },
  };
}
