// What each verb asks of a person before it is done, and the body it sends. The server decides which verbs there are.

import type { VerbBodies } from "@/api/orders";
import type { OrderAction, OrderPage, OrderVerb } from "@/model/order";
import type { Values } from "@/model/value";

export interface Ask {
  comment: "none" | "optional" | "required";
  /** Whom: one person, several, or nobody. */
  people: "none" | "one" | "many";
  /** Which way: where to return to, or what a withdrawal leaves. */
  way: "none" | "target" | "withdraw";
  kind?: "primary" | "danger";
}

const PLAIN: Ask = { comment: "none", people: "none", way: "none" };

const ASKS: Record<OrderVerb, Ask> = {
  submit: { ...PLAIN, kind: "primary" },
  claim: { ...PLAIN, kind: "primary" },
  release: PLAIN,
  save: PLAIN,
  complete: { ...PLAIN, comment: "optional", kind: "primary" },
  approve: { ...PLAIN, comment: "optional", kind: "primary" },
  reject: { ...PLAIN, comment: "required", kind: "danger" },
  return: { ...PLAIN, comment: "required", way: "target" },
  recall: PLAIN,
  withdraw: { ...PLAIN, comment: "optional", way: "withdraw", kind: "danger" },
  transfer: { ...PLAIN, comment: "optional", people: "one" },
  comment: { ...PLAIN, comment: "required" },
  cc: { ...PLAIN, people: "many" },
  urge: PLAIN,
  terminate: { ...PLAIN, comment: "required", kind: "danger" },
  change_assignee: { ...PLAIN, comment: "optional", people: "one" },
  edit: PLAIN,
  resolve: PLAIN,
};

/** In the order of the action bar: decisions first, what moves nothing last. */
const RANK: readonly OrderVerb[] = [
  "approve",
  "complete",
  "claim",
  "submit",
  "reject",
  "return",
  "edit",
  "save",
  "recall",
  "urge",
  "transfer",
  "comment",
  "cc",
  "release",
  "resolve",
  "change_assignee",
  "withdraw",
  "terminate",
];

/** The step's own rule goes before the usual one: where a reason is never asked for, none has to be given. */
export function askOf({ verb, comment }: OrderAction): Ask {
  const ask = ASKS[verb];
  if (verb === "approve" && comment === "always") return { ...ask, comment: "required" };
  if ((verb === "reject" || verb === "return") && comment === "never") return { ...ask, comment: "optional" };
  return ask;
}

/** Done at a tap, without a sheet. */
export function isPlain(action: OrderAction): boolean {
  const { comment, people, way } = askOf(action);
  return comment === "none" && people === "none" && way === "none";
}

export function inOrder(actions: readonly OrderAction[]): OrderAction[] {
  return [...actions].sort((a, b) => RANK.indexOf(a.verb) - RANK.indexOf(b.verb));
}

/** Whether the verb carries what was filled in. */
export const carriesValues = (verb: OrderVerb): boolean =>
  verb === "submit" || verb === "save" || verb === "complete" || verb === "approve" || verb === "edit";

/** Afterwards nothing that was filled in is left to send. */
export const endsWork = (verb: OrderVerb): boolean =>
  carriesValues(verb) || verb === "reject" || verb === "return" || verb === "transfer";

/**
 * The buttons of the action bar. A comment has its own place under the history; what is filled in at a step is saved by
 * itself; and whoever fills the form at a step changes the record there, not beside it.
 */
export function shownActions(actions: readonly OrderAction[], { isEditing }: { isEditing: boolean }): OrderAction[] {
  if (isEditing) return actions.filter(({ verb }) => verb === "edit");
  const isAtWork = actions.some(({ verb }) => verb !== "edit" && carriesValues(verb));
  return inOrder(actions).filter(({ verb }) => verb !== "comment" && verb !== "save" && (verb !== "edit" || !isAtWork));
}

/** What may be done while decisions of this person wait at the server; `null`: nothing, unless another task is theirs too. */
export const besideHeld = ({
  actions,
  held = [],
}: Pick<OrderPage, "actions" | "held">): readonly OrderAction[] | null =>
  held.length === 0 || actions.some(({ task }) => task) ? actions : null;

/** Where the files of an opinion are kept until they are sent. */
export const filesPlace = (place: string): string => `${place}.files`;

/** Whether files may come with it. */
export const carriesFiles = (verb: OrderVerb): boolean =>
  verb === "complete" || verb === "approve" || verb === "reject" || verb === "return";

export interface Answers {
  comment: string;
  /** Ids of own uploads. */
  files: readonly string[];
  /** Id of the picture, an own upload too. */
  signature?: string;
  people: readonly string[];
  /** `start`, `previous`, a node's id; or `draft`, `cancel`. */
  way: string;
  outcome?: string;
  values: Values;
  record_rev: number;
}

/** The first thing that is missing; `null` when the sheet may be sent. */
export function missing(action: OrderAction, answers: Answers): "comment" | "people" | "way" | "signature" | null {
  const ask = askOf(action);
  if (ask.way !== "none" && !answers.way) return "way";
  if (ask.people !== "none" && answers.people.length === 0) return "people";
  if (ask.comment === "required" && answers.comment.trim() === "") return "comment";
  return action.signature_required && !answers.signature ? "signature" : null;
}

function targetOf(way: string): VerbBodies["return"]["target"] {
  return way === "start" || way === "previous" ? way : { node: way };
}

/** The body that `POST /orders/{id}/{verb}` wants. */
export function bodyOf<V extends OrderVerb>(action: OrderAction & { verb: V }, answers: Answers): VerbBodies[V];
export function bodyOf(action: OrderAction, answers: Answers): VerbBodies[OrderVerb] {
  const { task = "", visit = "" } = action;
  const { values, people, way, record_rev, outcome } = answers;
  const comment = answers.comment.trim();
  const opinion = { comment, files: [...answers.files] };
  const signed = { ...opinion, ...(answers.signature && { signature: answers.signature }) };
  const to = people[0] ?? "";
  switch (action.verb) {
    case "submit":
      return { values };
    case "claim":
    case "release":
      return { task };
    case "save":
      return { task, values };
    case "complete":
      return { task, values, ...signed, ...(outcome && { outcome }) };
    case "approve":
      return { task, values, ...signed };
    case "reject":
      return { task, ...opinion };
    case "return":
      return { task, target: targetOf(way), ...opinion };
    case "recall":
      return { visit };
    case "withdraw":
      return { to: way === "draft" ? "draft" : "cancel", comment };
    case "transfer":
    case "change_assignee":
      return { task, to, comment };
    case "comment":
      return { text: comment, mentions: [...people], files: [] };
    case "cc":
      return { users: [...people] };
    case "terminate":
      return { comment };
    case "edit":
      return { values, record_rev };
    case "urge":
    case "resolve":
      return {};
  }
}
