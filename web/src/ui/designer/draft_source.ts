// The drafts of forms and flows on the server: both have the same shapes.

import { type Definitions, type Draft, draftQuery, type Part, placeOf, saveDraft } from "@/api/drafts";
import { queryClient } from "@/api/query_client";
import type { Source } from "./draft_session";
import type { Held } from "./saving";

export const heldOf = <Doc>({ rev, definition, problems }: Draft<Doc>): Held<Doc> => ({
  rev,
  doc: definition,
  problems,
});

export function draftSource<P extends Part>(part: P, form: string): Source<Definitions[P]> {
  const query = draftQuery(part, form);
  return {
    name: `${part}.${form}`,
    place: placeOf(part, form),
    read: async () => heldOf(await queryClient.fetchQuery({ ...query, staleTime: 0 })),
    write: async (definition, rev) => {
      const saved = await saveDraft(part, form, definition, rev);
      queryClient.setQueryData<Draft<Definitions[P]>>(query.queryKey, (old) => old && { ...old, ...saved, definition });
      return saved;
    },
  };
}
