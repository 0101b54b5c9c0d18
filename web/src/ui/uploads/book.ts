// The files that are on their way up from this window, wherever the person is meanwhile: which, for what, and how far.

import { create } from "zustand";
import type { FileValue } from "@/model/value";
import type { Pause } from "./carry";

/** What files are brought to: a draft, a step of an order, an opinion, a comment. */
export interface Goal {
  /** The same on every page that shows it: `order.<id>`. */
  key: string;
  title: string;
  /** Where a person goes on with it. */
  href: string;
}

export type Standing =
  | { is: "going" }
  /** It goes on by itself. */
  | { is: "waiting"; why: Pause }
  /** The person wanted it so. */
  | { is: "paused" }
  /** `isFinal`: the same file would fail again. */
  | { is: "failed"; why: string; isFinal: boolean }
  /** This device has it no more: the person chooses it again. `isChanged`: it is not what it was. */
  | { is: "missing"; isChanged: boolean }
  /** Another window sends it. */
  | { is: "elsewhere" }
  /** The server has it, and its field does not yet. */
  | { is: "arrived"; file: FileValue };

export interface Upload {
  id: string;
  user: string;
  /** `null`: it is for nothing that anybody could come back to, and ends with its field. */
  goal: Goal | null;
  /** The field that takes it. */
  place: string;
  name: string;
  bytes: number;
  /** When the person's file was changed last; with name and size it tells whether it is the same. */
  modified: number;
  /** What travels, once it is prepared. It stays the same, for a part of it may have arrived. */
  ready?: File;
  sent: number;
  /** From when and where it goes without a stop. */
  since: { at: number; sent: number } | null;
  standing: Standing;
  /** The device has it for the next window. */
  isKept?: boolean;
  /** It arrived, and the person does not want to be told so any more. */
  isQuiet?: boolean;
}

interface Book {
  uploads: readonly Upload[];
  /** Fields that are on the screen: they tell of their own uploads. */
  shown: readonly string[];
}

export const useUploadBook = create<Book>(() => ({ uploads: [], shown: [] }));

export const here = (): readonly Upload[] => useUploadBook.getState().uploads;
export const uploadOf = (id: string): Upload | undefined => here().find((one) => one.id === id);

const stay = (event: BeforeUnloadEvent) => event.preventDefault();

export const isUnderWay = ({ standing: { is }, isKept }: Upload): boolean =>
  is === "going" || is === "waiting" || (!isKept && (is === "paused" || is === "failed"));

/** A window that closes over one is asked first, though most go on in the next. */
function set(uploads: readonly Upload[]): void {
  useUploadBook.setState({ uploads });
  removeEventListener("beforeunload", stay);
  if (uploads.some(isUnderWay)) addEventListener("beforeunload", stay);
}

/** As long as the server keeps a file that nothing uses. */
export const KEPT_MS = 7 * 24 * 60 * 60_000;

/** Where it stands when the device kept something of a person last. */
export const shelfMark = (user: string): string => `own.${user}.uploads`;

/** Whether any of it can be there still. */
export const mayBeShelved = (keptAt: number): boolean => Date.now() - keptAt < KEPT_MS;

export const enter = (added: readonly Upload[]): void => set([...here(), ...added]);
export const forget = (id: string): void => set(here().filter((one) => one.id !== id));
export const forgetAll = (): void => set([]);

export const change = (id: string, part: Partial<Upload>): void =>
  set(here().map((one) => (one.id === id ? { ...one, ...part } : one)));

/** Its field is on the screen. Returns the way to say that it is no more. */
export function show(place: string): () => void {
  useUploadBook.setState(({ shown }) => ({ shown: [...shown, place] }));
  return () =>
    useUploadBook.setState(({ shown }) => {
      const at = shown.indexOf(place);
      return { shown: shown.filter((_, index) => index !== at) };
    });
}

/** One for a goal that is not on the screen: the tray tells of it. */
export const isApart =
  (shown: readonly string[]) =>
  ({ goal, place, isQuiet }: Upload): boolean =>
    goal !== null && !isQuiet && !shown.includes(place);

export const isOf =
  (key: string) =>
  ({ place }: Upload): boolean =>
    place.startsWith(`${key}.`);
