// The face of the product follows the person: theme, language and the tours that were given come with the session, on whatever
// device. The device keeps theme and language too, for the first paint, before anybody is known.

import { queryClient } from "@/api/query_client";
import { beginTour, chooseLanguage, chooseTheme, type Me, noteChoice, sessionQuery } from "@/api/session";
import { i18n, type Language, switchLanguage } from "@/i18n/i18n";
import type { Theme, Tour } from "@/model/preference";
import { writePreference } from "./preference";
import { useTheme } from "./theme";
import { toast } from "./toast";

/** Chosen on this device by somebody who has yet to sign in. */
let chosenAtDoor: Language | null = null;

/** Takes over what the person who is signed in chose. */
export async function wearFaceOf({ theme, user }: Me): Promise<void> {
  const worn = useTheme.getState();
  if (worn.choice !== theme) worn.choose(theme);
  if (chosenAtDoor) return preferLanguage(chosenAtDoor);
  if (user.language) await speak(user.language);
}

export function preferTheme(theme: Theme): void {
  useTheme.getState().choose(theme);
  noteChoice((me) => ({ ...me, theme }));
  chooseTheme(theme).catch(toast.problem);
}

export async function preferLanguage(language: Language): Promise<void> {
  chosenAtDoor = null;
  noteChoice((me) => ({ ...me, user: { ...me.user, language } }));
  chooseLanguage(language).catch(toast.problem);
  await speak(language);
}

/** Before a sign-in: of the person who signs in next. */
export async function preferLanguageAtDoor(language: Language): Promise<void> {
  chosenAtDoor = language;
  await speak(language);
}

export function isTourDue(tour: Tour): boolean {
  return queryClient.getQueryData(sessionQuery.queryKey)?.tours.includes(tour) === false;
}

/** It was shown, and is not shown again. What does not reach the server is shown once more, which hurts nobody. */
export function noteTour(tour: Tour): void {
  noteChoice((me) => ({ ...me, tours: [...me.tours, tour] }));
  beginTour(tour).catch(() => undefined);
}

async function speak(language: Language): Promise<void> {
  writePreference("language", language);
  if (i18n.language !== language) await switchLanguage(language).catch(toast.problem);
}
