import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fileAddress, forgetKept, giveUpUpload, isKeptHere } from "@/api/files";
import { problemOfCode } from "@/api/problem";
import { queryClient } from "@/api/query_client";
import { type Me, sessionQuery } from "@/api/session";
import type { FileValue } from "@/model/value";
import { openBook } from "../errand_book";
import { here, isApart, isUnderWay, show, useUploadBook } from "./book";
import { type CarryOptions, carryUp } from "./carry";
import { draftGoal } from "./goal_of";
import { startUploads } from "./rounds";
import type { Shelved } from "./shelf";
import { type Bringing, bring, chooseAgain, drop, goOn, hush, moveAll, pause, settle } from "./uploads";

/** What the browser keeps: it outlives every window. `isHeld`: by another window. */
const shelf = vi.hoisted(() => ({ has: new Map<string, Shelved>(), hasRoom: true, isHeld: false, listener: () => {} }));

vi.mock("./shelf", () => ({
  keep: async (one: Shelved) => {
    const { file, ...name } = one;
    shelf.has.set(one.id, shelf.hasRoom && file ? one : name);
    return true;
  },
  mark: async (id: string, part: Partial<Shelved>) => {
    const one = shelf.has.get(id);
    if (one) shelf.has.set(id, { ...one, ...part });
  },
  take: async (id: string) => void shelf.has.delete(id),
  shelvedOf: async (user: string) => [...shelf.has.values()].filter((one) => one.user === user),
  onShelf: (listener: () => void) => {
    shelf.listener = listener;
    return () => undefined;
  },
}));
vi.mock("../hold", () => ({ hold: async () => (shelf.isHeld ? null : { release: () => undefined }) }));
vi.mock("./carry", () => ({ carryUp: vi.fn() }));
vi.mock("@/api/files", async (load) => ({ ...(await load<object>()), giveUpUpload: vi.fn() }));

interface Carried {
  file: File;
  id: string;
  isBegun: boolean;
  options: CarryOptions;
  arrive: (file: FileValue) => void;
  fail: (error: unknown) => void;
}

let carried: Carried[] = [];
/** Ends whatever the window does. */
let close = () => {};

const film = new File(["twelve bytes"], "现场.mp4", { type: "video/mp4", lastModified: 7 });
const photo = new File(["jpeg"], "现场.jpg", { type: "image/jpeg", lastModified: 8 });
const arrived = (id = "f1"): FileValue => ({ id, name: "现场.mp4", bytes: 12, media: "video/mp4" });
const goal = draftGoal("repair", "报修单", "o1");
const way: Bringing = { goal, place: "order.o1.photos", prepare: async (file) => file, isTried: false };
const standings = () => here().map(({ standing }) => standing.is);
const soon = () => new Promise((resolve) => setTimeout(resolve));

/** The same browser, with this person in its window. */
async function open(user: string): Promise<void> {
  queryClient.setQueryData(sessionQuery.queryKey, { user: { id: user } } as Me);
  openBook(user);
  const stop = startUploads(user);
  close = () => {
    stop();
    openBook("");
  };
  await soon();
}

async function begin(...files: readonly File[]): Promise<void> {
  bring(files.length > 0 ? files : [film], way);
  await vi.waitFor(() => expect(carried.length).toBeGreaterThan(0));
  await soon();
}

beforeEach(async () => {
  vi.mocked(carryUp).mockImplementation(
    (file, id, isBegun, options) =>
      new Promise((arrive, fail) => {
        options.signal.addEventListener("abort", () => fail(new DOMException("", "AbortError")));
        carried.push({ file, id, isBegun, options, arrive, fail });
      }),
  );
  await open("me");
});

afterEach(() => {
  close();
  shelf.has.clear();
  [shelf.hasRoom, shelf.isHeld] = [true, false];
  carried = [];
  vi.clearAllMocks();
  localStorage.clear();
  forgetKept();
});

describe("a file on its way", () => {
  it("goes on when its page is left, and waits for its field when it has arrived", async () => {
    const hide = show(way.place);
    await begin();
    expect(here().filter(isApart(useUploadBook.getState().shown))).toEqual([]);
    hide();
    expect(here().filter(isApart(useUploadBook.getState().shown))).toHaveLength(1);
    carried[0]?.arrive(arrived());
    await vi.waitFor(() => expect(standings()).toEqual(["arrived"]));
    const [one] = shelf.has.values();
    expect([one?.arrived, one?.file, one?.goal.href]).toEqual([arrived(), undefined, "/new/repair?draft=o1"]);
    hush(here()[0]?.id ?? "");
    expect(here().filter(isApart([]))).toEqual([]);
    settle(here()[0]?.id ?? "");
    expect([here(), shelf.has.size]).toEqual([[], 0]);
    expect(giveUpUpload).not.toHaveBeenCalled();
  });

  it("waits while the person wants it, and goes on under the same name for the server", async () => {
    await begin();
    const id = here()[0]?.id ?? "";
    carried[0]?.options.onProgress?.(5);
    pause(id);
    await soon();
    expect([standings(), here()[0]?.sent, shelf.has.get(id)?.isPaused]).toEqual([["paused"], 5, true]);
    goOn(id);
    await vi.waitFor(() => expect(carried).toHaveLength(2));
    expect([carried[1]?.id, carried[1]?.isBegun]).toEqual([id, true]);
  });

  it("says why it failed, keeps what it has, and is tried again on its own", async () => {
    await begin(film, photo);
    carried[0]?.fail(problemOfCode(500, "internal"));
    await vi.waitFor(() => expect(standings()).toEqual(["failed", "going"]));
    goOn(here()[0]?.id ?? "");
    await vi.waitFor(() => expect(carried.map(({ file }) => file.name)).toEqual([film.name, photo.name, film.name]));
    carried[2]?.fail(problemOfCode(413, "too_large"));
    await vi.waitFor(() => expect(here()[0]?.standing).toMatchObject({ is: "failed", isFinal: true }));
  });

  it("is asked about before the window closes, unless it waits safely on the device", async () => {
    await begin();
    expect(here().map(isUnderWay)).toEqual([true]);
    const event = new Event("beforeunload", { cancelable: true });
    dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    pause(here()[0]?.id ?? "");
    expect(here().map(isUnderWay)).toEqual([false]);
  });

  it("that is given up leaves nothing, here or there, and does not come back", async () => {
    await begin();
    drop(here()[0]?.id ?? "");
    shelf.listener();
    await soon();
    expect([here(), shelf.has.size, carried[0]?.options.signal.aborted]).toEqual([[], 0, true]);
    expect(giveUpUpload).toHaveBeenCalledTimes(1);
  });

  it("that was changed on the disk is chosen again, and another one takes its place", async () => {
    await begin();
    carried[0]?.fail(problemOfCode(422, "file_unreadable"));
    await vi.waitFor(() => expect(standings()).toEqual(["missing"]));
    const { id } = here()[0] ?? { id: "" };
    chooseAgain(id, new File(["changed"], film.name, { lastModified: 9 }), way);
    await vi.waitFor(() => expect(carried).toHaveLength(2));
    expect([carried[1]?.isBegun, carried[1]?.id === id, here().length]).toEqual([false, false, 1]);
  });

  it("follows what was typed into an order of its own", async () => {
    await begin();
    moveAll("order.o1", draftGoal("repair", "报修单", "o2"));
    expect(here().map(({ place, goal: to }) => [place, to?.key])).toEqual([["order.o2.photos", "order.o2"]]);
  });

  it("of a form that is only tried never leaves the device, and is seen all the same", async () => {
    bring([photo], { ...way, goal: null, place: "loose", isTried: true });
    await vi.waitFor(() => expect(standings()).toEqual(["arrived"]));
    const standing = here()[0]?.standing;
    const file = standing?.is === "arrived" ? standing.file : null;
    expect(file).toMatchObject({ name: "现场.jpg", bytes: 4, media: "image/jpeg" });
    expect([isKeptHere(file?.id ?? ""), fileAddress(file?.id ?? "").startsWith("blob:")]).toEqual([true, true]);
    expect([carried, shelf.has.size]).toEqual([[], 0]);
  });
});

describe("after the window was closed", () => {
  const closed = async () => {
    close();
    expect(here()).toEqual([]);
    carried = [];
  };

  it("what the device has goes on by itself, for the same person alone", async () => {
    await begin();
    await closed();
    await open("somebody else");
    expect([here(), carried]).toEqual([[], []]);
    await closed();
    await open("me");
    expect(carried.map(({ file, isBegun }) => [file.name, isBegun])).toEqual([[film.name, true]]);
    expect(carried[0]?.options.mayGo?.()).toBe(true);
    openBook("somebody else");
    expect(carried[0]?.options.mayGo?.()).toBe(false);
    expect(giveUpUpload).not.toHaveBeenCalled();
  });

  it("what was paused stays so, and what had arrived waits for its field without being sent again", async () => {
    await begin(film, photo);
    pause(here()[1]?.id ?? "");
    carried[0]?.arrive(arrived());
    await vi.waitFor(() => expect(standings()).toEqual(["arrived", "paused"]));
    await closed();
    await open("me");
    expect([standings(), carried]).toEqual([["arrived", "paused"], []]);
  });

  it("what the device had no room for is chosen again, and goes on from where it was", async () => {
    shelf.hasRoom = false;
    await begin();
    const [id = ""] = shelf.has.keys();
    await closed();
    await open("me");
    expect(here().map(({ name, standing }) => [name, standing.is])).toEqual([[film.name, "missing"]]);
    chooseAgain(id, new File(["twelve bytes"], film.name, { lastModified: 7 }), way);
    await vi.waitFor(() => expect(carried).toHaveLength(1));
    expect([carried[0]?.id, carried[0]?.isBegun]).toEqual([id, true]);
  });

  it("what another window sends is left to it until that is closed", async () => {
    await begin();
    await closed();
    shelf.isHeld = true;
    await open("me");
    expect([standings(), carried]).toEqual([["elsewhere"], []]);
    shelf.isHeld = false;
    shelf.listener();
    await vi.waitFor(() => expect([standings(), carried.length]).toEqual([["going"], 1]));
  });

  it("what another window took is not here any more", async () => {
    await begin();
    shelf.has.clear();
    shelf.listener();
    await vi.waitFor(() => expect(here()).toEqual([]));
    expect([carried[0]?.options.signal.aborted, vi.mocked(giveUpUpload).mock.calls]).toEqual([true, []]);
  });
});
