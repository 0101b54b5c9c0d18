// What the server keeps for a moment before it goes: a toast says so for as long as it can be taken back.

import { sendHeld, type Told, takeBack } from "@/api/held";
import { problemOfCode } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { toast } from "./toast";

const HOLD_MS = 8_000;

interface Holding {
  /** When the first of them was sent. */
  since?: number | undefined;
  takenBack?: (() => void) | undefined;
  /** What is said when the person does not want to wait. */
  done?: string;
}

/** Of what this window sent: taken back anywhere in it, its toast ends and what was typed is there again. */
const shown = new Map<string, () => void>();

/** Says what is going to be done. Whoever goes away now leaves it to the server. */
export function toastHeld(ids: readonly string[], text: string, holding: Holding = {}): void {
  const { since = Date.now(), takenBack, done } = holding;
  const shown_ms = Math.max(0, since + HOLD_MS - Date.now());
  const end = toast.undo(text, () => void takeHeldBack(ids), { now: () => void sendNow(ids, done), shown_ms });
  const back = () => {
    end();
    takenBack?.();
  };
  for (const id of ids) shown.set(id, back);
  setTimeout(() => {
    for (const id of ids) shown.delete(id);
  }, shown_ms);
}

/** What had gone meanwhile is said. */
export async function takeHeldBack(ids: readonly string[]): Promise<void> {
  const backs = new Set(ids.flatMap((id) => shown.get(id) ?? []));
  const told = await takeBack(ids).catch(failed);
  sayWhyNot(told);
  if (told.some(({ ok }) => ok)) for (const back of backs) back();
  refresh();
}

async function sendNow(ids: readonly string[], done: string | undefined): Promise<void> {
  const told = await sendHeld(ids).catch(failed);
  sayWhyNot(told);
  if (done && told.length > 0 && told.every(({ ok }) => ok)) toast.success(done);
  refresh();
}

function failed(error: unknown): Told[] {
  toast.problem(error);
  return [];
}

function sayWhyNot(told: readonly Told[]): void {
  const no = told.find(({ ok }) => !ok);
  if (no) toast.problem(problemOfCode(409, no.code ?? "", no.title ?? ""));
}

function refresh(): void {
  for (const queryKey of [["inbox"], ["orders"]]) void queryClient.invalidateQueries({ queryKey });
}
