// What is not saved yet stays on this device as well: a closed tab or a dead battery loses nothing. The copy says which revision
// it was drawn over, so that opening it again never writes over somebody else's work unasked.

import { queryClient } from "@/api/query_client";
import { sessionQuery } from "@/api/session";
import { readPreference, writePreference } from "../preference";

interface Kept<Doc> {
  rev: number;
  doc: Doc;
}

export interface Opened<Doc> extends Kept<Doc> {
  /** From this device: the server does not have it. */
  isRecalled: boolean;
}

export interface LocalCopy<Doc> {
  keep: (rev: number, doc: Doc) => void;
  drop: () => void;
  /** What to go on with, given what the server has. */
  open: (theirs: Kept<Doc>) => Opened<Doc>;
}

/** One for each person and document: `form.<id>`. */
export function localCopy<Doc>(document: string): LocalCopy<Doc> {
  const name = () => `unsaved.${queryClient.getQueryData(sessionQuery.queryKey)?.user.id ?? ""}.${document}`;
  const drop = () => writePreference(name(), null);
  return {
    keep: (rev, doc) => writePreference(name(), { rev, doc } satisfies Kept<Doc>),
    drop,
    open: (theirs) => {
      const kept = readPreference<Kept<Doc> | null>(name(), null);
      if (kept && JSON.stringify(kept.doc) !== JSON.stringify(theirs.doc)) return { ...kept, isRecalled: true };
      if (kept) drop();
      return { ...theirs, isRecalled: false };
    },
  };
}
