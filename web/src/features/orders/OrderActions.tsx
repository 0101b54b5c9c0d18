import { Pencil, Trash2, X } from "lucide-react";
import { useRef, useState } from "react";
import { announceActed } from "@/api/orders";
import { useUnready } from "@/fields/attachment/unready";
import { useProblemMark } from "@/fields/sheet/problem_mark";
import { useTranslation } from "@/i18n/words";
import { newId } from "@/model/id";
import type { OrderAction, OrderPage, OrderVerb } from "@/model/order";
import type { Problem } from "@/model/problem";
import { type Action, ActionBar } from "@/ui/ActionBar";
import { afterSheet } from "@/ui/back_closes";
import { useErrandOf } from "@/ui/errand_book";
import { dropKept } from "@/ui/kept";
import { ownPlace } from "@/ui/own_place";
import { toast } from "@/ui/toast";
import { orderKey } from "@/ui/uploads/goal_of";
import { ActSheet } from "./ActSheet";
import { useAct } from "./act";
import { type Asking, actionWords } from "./action_words";
import { actionOf, useBeginning } from "./beginning";
import { useDiscard } from "./discard";
import { ErrandBar } from "./ErrandBar";
import { KeepingNote } from "./KeepingNote";
import { VERB_ICONS } from "./verb_icons";
import { useVerbKeys } from "./verb_keys";
import { type Answers, askOf, besideHeld, carriesValues, endsWork, filesPlace, isPlain, shownActions } from "./verbs";
import { type Work, workPlace } from "./work";

export interface OrderActionsProps {
  order: OrderPage;
  /** Chosen before the order was opened: asked at once. */
  begin: OrderVerb | undefined;
  work: Work;
  /** Shows what is wrong with the filled form, and gives it. */
  check: () => readonly Problem[];
  /** How many of them stand on the form just now. */
  toMend: number;
  /** The record is being edited outside of any step. */
  isEditing: boolean;
  onEdit: (isEditing: boolean) => void;
  onDone: () => void;
  /** A colleague was faster: who and when, in words. */
  onHandled: (text: string) => void;
}

const opinionPlace = (order: string, verb: OrderVerb): string => `opinion.${order}.${verb}`;

/** What the viewer may do now, fixed at the bottom edge. Plain verbs act at once, the others ask in a sheet. */
export function OrderActions({
  order,
  begin,
  work,
  check,
  toMend,
  isEditing,
  onEdit,
  onDone,
  onHandled,
}: OrderActionsProps) {
  const { t } = useTranslation("orders");
  const problemMark = useProblemMark(toMend);
  const [asking, setAsking] = useState<Asking | null>(null);
  const key = useRef(newId());
  const unready = useUnready(orderKey(order.id));
  const errand = useErrandOf(order.id);
  const act = useAct(order, { onHandled, onRefused: work.refuse });
  const discard = useDiscard(order);
  const titleOf = actionWords(order, t);

  const send = async (action: OrderAction, answers: Partial<Answers> = {}) => {
    const base = { comment: "", files: [], people: [], way: "", values: work.wire(), record_rev: order.record_rev };
    const all = { ...base, ...answers };
    const place = opinionPlace(order.id, action.verb);
    const typed = [place, filesPlace(place)];
    const keeps = [...typed.map(ownPlace), ...(endsWork(action.verb) ? [workPlace(order.id)] : [])];
    const what = titleOf({ action, ...(all.outcome && { outcome: all.outcome }) });
    const ended = await act.run({ action, answers: all, what, key: key.current, keeps });
    if (ended === "lost") return;
    key.current = newId();
    if (ended === "failed") return;
    setAsking(null);
    if (ended === "out") afterSheet(() => announceActed(order.id, action.verb));
    if (ended !== "done") return;
    typed.forEach(dropKept);
    if (endsWork(action.verb)) onDone();
  };
  const start = (action: OrderAction, outcome?: string) => {
    if (act.busy) return;
    if (carriesValues(action.verb) && check().length > 0) return;
    if (carriesValues(action.verb) && unready) return toast.info(unready);
    key.current = newId();
    if (isPlain(action)) void send(action);
    else setAsking({ action, ...(outcome && { outcome }) });
  };
  useBeginning(() => {
    const action = actionOf(begin, order.actions);
    if (action) start(action, action.outcomes?.[0]?.id);
  });
  const free = errand ? null : besideHeld(order);
  const shown = free ? shownActions(free, { isEditing }) : [];
  const buttons = shown.flatMap((action): Action[] => {
    const Icon = VERB_ICONS[action.verb];
    const { kind } = askOf(action);
    const common = {
      icon: <Icon size={16} />,
      isBusy: act.busy === action.verb,
      ...(carriesValues(action.verb) && problemMark),
    };
    const id = `${action.verb}-${action.task ?? action.visit ?? ""}`;
    if (action.verb === "edit" && !isEditing) {
      return [{ id, label: t("change"), icon: <Pencil size={16} />, run: () => onEdit(true) }];
    }
    if (action.outcomes && action.outcomes.length > 0) {
      return action.outcomes.map((outcome, index) => ({
        ...common,
        id: `${id}-${outcome.id}`,
        label: titleOf({ action, outcome: outcome.id }),
        ...(index === 0 && { kind: "primary" as const }),
        run: () => start(action, outcome.id),
      }));
    }
    const look = isEditing ? "primary" : kind;
    return [{ ...common, id, label: titleOf({ action }), ...(look && { kind: look }), run: () => start(action) }];
  });
  if (free && isEditing) buttons.push({ id: "stop", label: t("stopChange"), icon: <X size={16} />, run: onDone });
  if (free && discard) buttons.push({ id: "discard", label: t("discard"), icon: <Trash2 size={16} />, run: discard });
  useVerbKeys(shown, start);
  return (
    <>
      <ErrandBar order={order} errand={errand} />
      {buttons.length > 0 && <ActionBar actions={buttons} note={<KeepingNote keeping={work.keeping} />} />}
      {asking && shown.length > 0 && (
        <ActSheet
          key={`${asking.action.verb}-${asking.outcome ?? ""}`}
          action={asking.action}
          title={titleOf(asking)}
          place={opinionPlace(order.id, asking.action.verb)}
          isBusy={act.busy !== null}
          onClose={() => setAsking(null)}
          onSend={(answers) =>
            void send(asking.action, { ...answers, ...(asking.outcome && { outcome: asking.outcome }) })
          }
        />
      )}
    </>
  );
}
