import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { useTranslation } from "@/i18n/words";
import type { Apply } from "@/model/edit/history";
import { toast } from "../toast";
import { type DraftSession, type Keeping, openDraft, type Source } from "./draft_session";
import type { Held } from "./saving";

export type OpenDraft<Doc, Change> = DraftSession<Doc, Change> & Keeping<Doc>;

/** The draft of one open designer: saves itself while it is open, and says once when this device had kept more than the server. */
export function useDraftSession<Doc, Change>(
  apply: Apply<Doc, Change>,
  source: Source<Doc>,
  held: Held<Doc>,
): OpenDraft<Doc, Change> {
  const { t } = useTranslation("designer");
  const [session] = useState(() => openDraft(apply, source, held));
  const keeping = useStore(session.keeping);
  useEffect(() => session.start(), [session]);
  useEffect(() => {
    if (session.isRecalled) toast.info(t("save.recalled"));
  }, [session, t]);
  return { ...session, ...keeping };
}
