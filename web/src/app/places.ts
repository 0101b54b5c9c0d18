// The main places, in the order of the rail and the tab bar.

import type { LinkProps } from "@tanstack/react-router";
import { Blocks, Inbox, type LucideIcon, Settings, SquarePen, Users } from "lucide-react";

export interface Place {
  id: "inbox" | "start" | "apps" | "directory" | "admin";
  to: LinkProps["to"];
  icon: LucideIcon;
  /** Shown only to people with this ability. */
  ability?: string;
  isOnPhone: boolean;
}

export const PLACES: readonly Place[] = [
  { id: "inbox", to: "/inbox", icon: Inbox, isOnPhone: true },
  { id: "start", to: "/new", icon: SquarePen, isOnPhone: true },
  { id: "apps", to: "/apps", icon: Blocks, isOnPhone: true },
  { id: "directory", to: "/directory", icon: Users, isOnPhone: false },
  { id: "admin", to: "/admin", icon: Settings, ability: "admin", isOnPhone: false },
];
