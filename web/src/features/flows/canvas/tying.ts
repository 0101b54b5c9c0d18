// Lines drawn and moved by hand: by dots, or dropped anywhere on a step. What may not be is marked while the line is in
// the hand, once and outside React, and says why when it is dropped there all the same.

import type { OnConnectEnd, OnConnectStart, ReactFlowProps } from "@xyflow/react";
import { useRef } from "react";
import { useTranslation } from "@/i18n/words";
import { cannotConnect } from "@/model/edit/flow_plan";
import type { FlowDefinition } from "@/model/flow";
import { toast } from "@/ui/toast";
import { underPointer } from "../edits/selection";
import type { CanvasScene } from "./canvas_context";

export interface Ties {
  onConnect: (from: string, to: string) => void;
  onReconnect: (edge: string, from: string, to: string) => void;
}

type Tying = Pick<
  ReactFlowProps,
  | "isValidConnection"
  | "onConnect"
  | "onConnectStart"
  | "onConnectEnd"
  | "onReconnect"
  | "onReconnectStart"
  | "onReconnectEnd"
>;

/** The end that stays where it is: the step, and whether the line leaves it or leads to it. */
interface Held {
  step: string;
  side: "source" | "target";
  /** Of a line that is there already. */
  edge?: string;
}

const ends = ({ step, side }: Held, other: string): [from: string, to: string] =>
  side === "source" ? [step, other] : [other, step];

const cards = () => document.querySelectorAll<HTMLElement>(".react-flow__node-step");

export function useTying(flow: FlowDefinition, pick: CanvasScene["pick"], { onConnect, onReconnect }: Ties): Tying {
  const { t } = useTranslation("flows");
  const held = useRef<Held | null>(null);

  const whyNot = (hand: Held, other: string): string | null => {
    const refusal = cannotConnect(flow, ...ends(hand, other), hand.edge);
    const [from] = ends(hand, other);
    const name = flow.nodes.find(({ id }) => id === from)?.name ?? from;
    return refusal && t(`refused.${refusal}`, { name });
  };
  const take = (hand: Held) => {
    held.current = hand;
    for (const card of cards()) {
      const why = whyNot(hand, card.dataset.id ?? "");
      if (why) card.dataset.refuses = why;
    }
  };
  const letGo = () => {
    held.current = null;
    for (const card of cards()) delete card.dataset.refuses;
  };
  const tie = (hand: Held, other: string) => {
    const why = whyNot(hand, other);
    if (why) toast.refused(t("refused.title"), why);
    else if (hand.edge) onReconnect(hand.edge, ...ends(hand, other));
    else onConnect(...ends(hand, other));
  };
  const onConnectStart: OnConnectStart = (_, { nodeId, handleType }) => {
    // A line that is moved was taken already.
    if (nodeId && handleType && !held.current) take({ step: nodeId, side: handleType });
  };
  const onConnectEnd: OnConnectEnd = (event, { isValid }) => {
    const hand = held.current;
    if (!hand || hand.edge) return;
    letGo();
    if (isValid) return;
    const { x, y, under } = underPointer(event);
    if (under) tie(hand, under);
    else pick(hand.side === "source" ? { after: hand.step } : { before: hand.step }, { x, y });
  };
  const onReconnectEnd: NonNullable<ReactFlowProps["onReconnectEnd"]> = (event, _edge, _side, { isValid }) => {
    const hand = held.current;
    letGo();
    const { under } = underPointer(event);
    if (hand && under && !isValid) tie(hand, under);
  };

  return {
    isValidConnection: ({ source, target }) => cannotConnect(flow, source, target, held.current?.edge) === null,
    onConnect: ({ source, target }) => onConnect(source, target),
    onConnectStart,
    onConnectEnd,
    onReconnect: ({ id }, { source, target }) => onReconnect(id, source, target),
    onReconnectStart: (_, { id, source, target }, side) =>
      take({ step: side === "source" ? source : target, side, edge: id }),
    onReconnectEnd,
  };
}
