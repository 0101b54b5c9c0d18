import {
  Ban,
  Check,
  CopyPlus,
  CornerUpLeft,
  Hand,
  type LucideIcon,
  MessageSquare,
  Pencil,
  RotateCcw,
  Save,
  Send,
  Siren,
  Undo2,
  UserRoundCog,
  Wrench,
  X,
} from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "@/model/id";
import type { OrderAction, OrderPage, OrderVerb } from "@/model/order";
import type { Values } from "@/model/value";
import { type Action, ActionBar } from "@/ui/ActionBar";
import { useShortcuts } from "@/ui/shortcuts";
import { ActSheet } from "./ActSheet";
import { useAct } from "./act";
import { type Answers, askOf, inOrder, isPlain } from "./verbs";

const ICONS: Record<OrderVerb, LucideIcon> = {
  submit: Send,
  claim: Hand,
  release: Undo2,
  save: Save,
  complete: Check,
  approve: Check,
  reject: X,
  return: CornerUpLeft,
  recall: RotateCcw,
  withdraw: Undo2,
  transfer: UserRoundCog,
  comment: MessageSquare,
  cc: CopyPlus,
  urge: Siren,
  terminate: Ban,
  change_assignee: UserRoundCog,
  edit: Pencil,
  resolve: Wrench,
};

const KEYS: Partial<Record<OrderVerb, string>> = {
  approve: "a",
  complete: "a",
  reject: "r",
  transfer: "t",
  claim: "e",
};

export interface OrderActionsProps {
  order: OrderPage;
  /** Filled in and not sent yet. */
  changes: Values;
  onDone: () => void;
  /** A colleague was faster: who and when, in words. */
  onHandled: (text: string) => void;
}

/** What the viewer may do now, fixed at the bottom edge. Plain verbs act at once, the others ask in a sheet. */
export function OrderActions({ order, changes, onDone, onHandled }: OrderActionsProps) {
  const { t } = useTranslation("orders");
  const [asking, setAsking] = useState<{ action: OrderAction; outcome?: string } | null>(null);
  const key = useRef(newId());
  const act = useAct(order, { onHandled });
  const blank: Answers = { comment: "", people: [], way: "", values: changes, record_rev: order.record_rev };

  const send = async (action: OrderAction, answers: Answers) => {
    const isDone = await act.run(action, answers, key.current);
    if (!isDone) return;
    key.current = newId();
    setAsking(null);
    onDone();
  };
  const start = (action: OrderAction, outcome?: string) => {
    key.current = newId();
    if (isPlain(action)) void send(action, blank);
    else setAsking({ action, ...(outcome && { outcome }) });
  };
  const isChanged = Object.keys(changes).length > 0;
  // A comment has its own place under the history; what was not changed need not be saved.
  const shown = inOrder(order.actions).filter(
    ({ verb }) => verb !== "comment" && (isChanged || (verb !== "edit" && verb !== "save")),
  );
  const buttons = shown.flatMap((action): Action[] => {
    const Icon = ICONS[action.verb];
    const { kind } = askOf(action);
    const common = { icon: <Icon size={16} />, isBusy: act.busy === action.verb };
    const id = `${action.verb}-${action.task ?? action.visit ?? ""}`;
    if (action.outcomes && action.outcomes.length > 0) {
      return action.outcomes.map((outcome, index) => ({
        ...common,
        id: `${id}-${outcome.id}`,
        label: outcome.label,
        ...(index === 0 && { kind: "primary" as const }),
        run: () => start(action, outcome.id),
      }));
    }
    return [{ ...common, id, label: t(`verb.${action.verb}`), ...(kind && { kind }), run: () => start(action) }];
  });
  useShortcuts(
    t("keys"),
    shown.flatMap((action) => {
      const keys = KEYS[action.verb];
      return keys
        ? [{ keys, label: t(`verb.${action.verb}`), run: () => start(action, action.outcomes?.[0]?.id) }]
        : [];
    }),
  );
  if (buttons.length === 0) return null;
  return (
    <>
      <ActionBar actions={buttons} />
      {asking && (
        <ActSheet
          key={`${asking.action.verb}-${asking.outcome ?? ""}`}
          action={asking.action}
          title={
            asking.action.outcomes?.find(({ id }) => id === asking.outcome)?.label ?? t(`verb.${asking.action.verb}`)
          }
          isBusy={act.busy !== null}
          onClose={() => setAsking(null)}
          onSend={(answers) =>
            void send(asking.action, { ...blank, ...answers, ...(asking.outcome && { outcome: asking.outcome }) })
          }
        />
      )}
    </>
  );
}
