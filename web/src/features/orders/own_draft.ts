import { useEffect, useState } from "react";
import type { OrderPage } from "@/model/order";
import { type Hold, holdDraft } from "@/ui/hold";

const AGAIN_MS = 3_000;

/** Whether another window is writing this draft; as soon as it is closed, this one may. */
export function useIsElsewhere({ id, state }: OrderPage): boolean {
  const [isElsewhere, setElsewhere] = useState(false);
  const isDraft = state === "draft";
  useEffect(() => {
    if (!isDraft) return;
    let timer: ReturnType<typeof setTimeout>;
    let held: Hold | null = null;
    let isLeft = false;
    const take = async () => {
      held = await holdDraft(id);
      if (isLeft) return held?.release();
      setElsewhere(!held);
      if (!held) timer = setTimeout(() => void take(), AGAIN_MS);
    };
    void take();
    return () => {
      isLeft = true;
      clearTimeout(timer);
      held?.release();
    };
  }, [id, isDraft]);
  return isDraft && isElsewhere;
}
