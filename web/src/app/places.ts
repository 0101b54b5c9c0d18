// The main places, in the order of the rail and the tab bar.

import type { LinkProps } from "@tanstack/react-router";
import { Blocks, Inbox, type LucideIcon, Settings, SquarePen, Users } from "lucide-react";
import type { Power } from "@/model/party";

export interface Place {
  id: "inbox" | "start" | "apps" | "directory" | "admin";
  to: LinkProps["to"];
  icon: LucideIcon;
  /** Shown only to people with this power. */
  power?: Power;
  isOnPhone: boolean;
}

export const PLACES: readonly Place[] = [
  { id: "inbox", to: "/inbox", icon: Inbox, isOnPhone: true },
  { id: "start", to: "/new", icon: SquarePen, isOnPhone: true },
  { id: "apps", to: "/apps", icon: Blocks, isOnPhone: true },
  { id: "directory", to: "/directory", icon: Users, isOnPhone: false },
  { id: "admin", to: "/admin", icon: Settings, power: "administer", isOnPhone: false },
];

export function placesFor(powers: readonly Power[]): Place[] {
  return PLACES.filter(({ power }) => !power || powers.includes(power));
}
