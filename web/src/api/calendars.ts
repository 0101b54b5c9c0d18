// Working calendars: the week, holidays and make-up days.

import { queryOptions } from "@tanstack/react-query";
import type { CalendarDefinition } from "@/model/calendar";
import { api } from "./client";

export interface Calendar {
  id: string;
  name: string;
  rev: number;
  definition: CalendarDefinition;
}

export const calendarsQuery = queryOptions({
  queryKey: ["calendars", "list"],
  queryFn: ({ signal }) => api.get<Calendar[]>("/calendars", { signal }),
});

export const createCalendar = (name: string, definition: CalendarDefinition): Promise<Calendar> =>
  api.post("/calendars", { name, definition });

/** `rev` is the one that was read: a stale one is refused. */
export const saveCalendar = (calendar: Calendar): Promise<Calendar> => api.put(`/calendars/${calendar.id}`, calendar);
