// A link in a chat or a mail opens an order by itself. On a phone the inbox is laid beneath it, so that "back" leads to the other
// tasks and not to a blank page. It comes before the router, which takes the history as it finds it.

import { newId } from "@/model/id";
import { PHONE } from "@/ui/viewport";

const ORDER = /^\/orders\/[^/]+$/;

/** As the router numbers its entries. */
function entry(index: number) {
  const key = newId();
  return { __TSR_index: index, __TSR_key: key, key };
}

/** Only under a page that this window has just been opened with. */
export function layInboxBeneath(isPhone: boolean): void {
  const { pathname, href } = location;
  if (!isPhone || !ORDER.test(pathname) || history.state !== null) return;
  history.replaceState(entry(0), "", "/inbox");
  history.pushState(entry(1), "", href);
}

layInboxBeneath(PHONE.matches);
