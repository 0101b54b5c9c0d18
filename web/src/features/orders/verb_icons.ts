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
import type { OrderVerb } from "@/model/order";

export const VERB_ICONS: Record<OrderVerb, LucideIcon> = {
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

export const VERB_KEYS: Partial<Record<OrderVerb, string>> = {
  approve: "a",
  complete: "a",
  reject: "r",
  transfer: "t",
  claim: "e",
};
