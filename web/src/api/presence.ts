// Who else has a form, a flow or a board open to draw it. This window says so every so often, or it counts as closed.

import { newId } from "@/model/id";
import { api } from "./client";

/** As long as the page is not loaded anew. */
const WINDOW = newId();

/** `place`: the address of the working copy. Gives the people, those who came first in front; oneself for a second window of one's own. */
export async function sayHere(place: string, signal: AbortSignal): Promise<string[]> {
  const said = await api.post<{ others: string[] }>(`${place}/presence`, { window: WINDOW }, { signal });
  return said.others;
}

export const sayGone = (place: string): Promise<unknown> =>
  api.post(`${place}/presence`, { window: WINDOW, leaves: true }, { outlivesPage: true });
