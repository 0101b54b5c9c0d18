// A phone shows the tasks it saw last before the server has counted them anew. The first page is kept on the device, as what
// somebody types is, but no longer than the session: it is shown only to whom the server has just called signed in, and gone
// once it says that nobody is, or somebody else. A desktop, which people share, keeps nothing.

import { type InboxPage, inboxQuery } from "@/api/inbox";
import { queryClient } from "@/api/query_client";
import { type Me, sessionQuery } from "@/api/session";
import { dropPreference, readPreference, writePreference } from "@/ui/preference";
import { PHONE } from "@/ui/viewport";

interface Kept {
  user: string;
  page: InboxPage;
}

const PLACE = "inbox";
const ROWS_MAX = 50;

const { queryKey } = inboxQuery("todo", "");
const session = JSON.stringify(sessionQuery.queryKey);
const tasks = JSON.stringify(queryKey);

/** Whatever is known already is newer. */
function recall(user: string): void {
  const kept = readPreference<Kept | null>(PLACE, null);
  if (kept && kept.user !== user) dropPreference(PLACE);
  else if (kept && !queryClient.getQueryData(queryKey)) {
    // Of no time: asked again as soon as somebody looks.
    queryClient.setQueryData(queryKey, { pages: [kept.page], pageParams: [""] }, { updatedAt: 0 });
  }
}

function keep(user: string | undefined, page: InboxPage | undefined): void {
  if (!user || !page || !PHONE.matches) return;
  writePreference(PLACE, { user, page: { ...page, items: page.items.slice(0, ROWS_MAX), next: null } } satisfies Kept);
}

/** Call it once, before anything is asked. */
export function keepInbox(): void {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    const { queryHash, state } = event.query;
    if (queryHash === session) {
      const me: Me | null = state.data;
      if (me) recall(me.user.id);
      else dropPreference(PLACE);
    }
    if (queryHash === tasks && !event.action.manual) {
      keep(queryClient.getQueryData(sessionQuery.queryKey)?.user.id, queryClient.getQueryData(queryKey)?.pages[0]);
    }
  });
}
