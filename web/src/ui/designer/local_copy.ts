// What is not saved yet stays on this device as well: a closed tab or a dead battery loses nothing. The copy says what it was
// drawn over, so that opening it again never writes over somebody else's work unasked.

import { signedInAs } from "@/api/session";
import { hasSameContent } from "@/model/content";
import { dropPreference, readPreference, writePreference } from "../preference";
import type { Held } from "./saving";

interface Kept<Doc> {
  rev: number;
  doc: Doc;
  /** As the server had it at that revision; copies of former releases do not say. */
  before?: Doc;
}

export interface Opened<Doc> extends Required<Kept<Doc>> {
  /** From this device: the server does not have it. */
  isRecalled: boolean;
}

export interface LocalCopy<Doc> {
  /** Whether this device took it. */
  keep: (copy: Required<Kept<Doc>>) => boolean;
  drop: () => void;
  /** What to go on with, given what the server has. */
  open: (theirs: Held<Doc>) => Opened<Doc>;
}

/** One for each person and document: `form.<id>`. */
export function localCopy<Doc>(document: string): LocalCopy<Doc> {
  const name = () => `unsaved.${signedInAs()}.${document}`;
  const drop = () => dropPreference(name());
  return {
    keep: (copy) => writePreference(name(), copy),
    drop,
    open: ({ rev, doc }) => {
      const kept = readPreference<Kept<Doc> | null>(name(), null);
      if (kept && !hasSameContent(kept.doc, doc)) return { before: doc, ...kept, isRecalled: true };
      if (kept) drop();
      return { rev, doc, before: doc, isRecalled: false };
    },
  };
}
