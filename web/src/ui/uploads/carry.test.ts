import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { giveUpUpload, PIECE_BYTES } from "@/api/files";
import { carryUp, type Pause } from "./carry";

const MEBI = 1024 * 1024;

/** Every call, with the bytes that it carried. */
let calls: string[] = [];
/** What the server has. */
let reached = 0;
/** What becomes of the next pieces: how many bytes arrive before the network is lost, or the status of a refusal. */
let fates: ({ lostAfter: number } | { status: number })[] = [];
let film: File;
let pauses: Pause[] = [];
let progress: number[] = [];

function arrived(method: string, url: string, piece: Blob): { status: number; body: string } | null {
  const { pathname, searchParams } = new URL(url, "https://here");
  const offset = Number(searchParams.get("offset") ?? 0);
  calls.push(`${method} ${pathname.split("/").at(-1)} ${offset}+${piece.size}`);
  const fate = fates.shift();
  if (fate && "status" in fate) return { status: fate.status, body: "{}" };
  if (offset === reached) reached += fate ? fate.lostAfter : piece.size;
  if (fate) return null;
  const file = { id: "f1", name: film.name, bytes: film.size, media: "video/mp4" };
  return { status: 200, body: JSON.stringify({ offset: reached, ...(reached === film.size && { file }) }) };
}

class Call {
  upload: { onprogress?: (event: { loaded: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  status = 0;
  responseText = "";
  #to = ["", ""] as [string, string];
  open(...to: [string, string]) {
    this.#to = to;
  }
  setRequestHeader() {}
  getResponseHeader() {
    return "application/problem+json";
  }
  abort() {
    this.onabort?.();
  }
  send(piece: Blob) {
    queueMicrotask(() => {
      this.upload.onprogress?.({ loaded: piece.size });
      const answer = arrived(...this.#to, piece);
      if (!answer) return this.onerror?.();
      [this.status, this.responseText] = [answer.status, answer.body];
      this.onload?.();
    });
  }
}

const options = (signal = new AbortController().signal) => ({
  signal,
  onProgress: (sent: number) => progress.push(sent),
  onPause: (pause: Pause) => pauses.push(pause),
});
const carried = (isBegun = false) => carryUp(film, "u1", isBegun, options());

beforeEach(() => {
  vi.useFakeTimers();
  [calls, reached, fates, pauses, progress] = [[], 0, [], [], []];
  film = new File([new Uint8Array(5 * MEBI)], "film.mp4");
  vi.stubGlobal("XMLHttpRequest", Call);
  vi.stubGlobal("fetch", async (url: string, { method }: RequestInit) => {
    calls.push(`${method} ${url.split("/").at(-1)}`);
    return new Response(JSON.stringify({ offset: reached }));
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("an upload", () => {
  it("of a small file is one request", async () => {
    film = new File(["short"], "note.txt");
    expect((await carried()).id).toBe("f1");
    expect(calls).toEqual(["PUT u1 0+5"]);
  });

  it("of a large one goes in pieces, each once", async () => {
    await carried();
    expect(calls).toEqual([
      `PUT u1 0+${PIECE_BYTES}`,
      `PATCH u1 ${2 * MEBI}+${2 * MEBI}`,
      `PATCH u1 ${4 * MEBI}+${MEBI}`,
    ]);
    expect(progress.at(-1)).toBe(film.size);
  });

  it("waits while the network is away, and goes on from the byte that the server has", async () => {
    fates = [{ lostAfter: MEBI }];
    const done = carried();
    await vi.advanceTimersByTimeAsync(0);
    expect([pauses, reached]).toEqual([["offline"], MEBI]);
    dispatchEvent(new Event("online"));
    expect((await done).bytes).toBe(film.size);
    expect(calls).toEqual([
      `PUT u1 0+${2 * MEBI}`,
      "GET u1",
      `PATCH u1 ${MEBI}+${2 * MEBI}`,
      `PATCH u1 ${3 * MEBI}+${2 * MEBI}`,
    ]);
  });

  it("hears the answer to the last piece when it comes again", async () => {
    film = new File(["short"], "note.txt");
    fates = [{ lostAfter: 5 }];
    const done = carried();
    await vi.advanceTimersByTimeAsync(10_000);
    expect((await done).id).toBe("f1");
    expect(calls).toEqual(["PUT u1 0+5", "GET u1", "PATCH u1 5+0"]);
  });

  it("begins anew when the server knows nothing of it any more", async () => {
    await carried(true);
    expect(calls.slice(0, 2)).toEqual(["GET u1", `PUT u1 0+${2 * MEBI}`]);
  });

  it("waits for its turn at a busy server, and fails when the file is refused", async () => {
    fates = [{ status: 429 }, { status: 422 }];
    const done = expect(carried()).rejects.toMatchObject({ status: 422 });
    await vi.advanceTimersByTimeAsync(10_000);
    await done;
    expect(pauses).toEqual(["busy"]);
  });

  it("does not wait for a network when it is the file that cannot be read any more", async () => {
    fates = [{ lostAfter: 0 }];
    vi.spyOn(film, "slice").mockReturnValue({
      arrayBuffer: () => Promise.reject(new DOMException()),
    } as unknown as Blob);
    await expect(carried()).rejects.toMatchObject({ code: "file_unreadable" });
    expect(pauses).toEqual([]);
  });

  it("goes on by itself where the line was too slow for a moment", async () => {
    fates = [{ status: 408 }];
    const done = carried();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([(await done).id, pauses]).toEqual(["f1", ["offline"]]);
  });

  it("sends nothing in somebody else's name", async () => {
    const mayGo = vi.fn().mockReturnValueOnce(true).mockReturnValueOnce(false).mockReturnValueOnce(false);
    const done = carryUp(film, "u1", false, { ...options(), mayGo });
    await vi.advanceTimersByTimeAsync(0);
    expect([calls, pauses]).toEqual([[`PUT u1 0+${2 * MEBI}`], ["offline"]]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(calls).toHaveLength(1);
    mayGo.mockReturnValue(true);
    await vi.advanceTimersByTimeAsync(10_000);
    await done;
    expect(calls.slice(1)).toEqual(["GET u1", `PATCH u1 ${2 * MEBI}+${2 * MEBI}`, `PATCH u1 ${4 * MEBI}+${MEBI}`]);
  });

  it("that is stopped while it waits sends nothing more, and the server is told", async () => {
    const controller = new AbortController();
    fates = [{ lostAfter: 0 }];
    const done = expect(carryUp(film, "u1", false, options(controller.signal))).rejects.toMatchObject({
      name: "AbortError",
    });
    await vi.advanceTimersByTimeAsync(0);
    controller.abort();
    giveUpUpload("u1");
    await done;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toEqual([`PUT u1 0+${2 * MEBI}`, "DELETE u1"]);
  });

  it("lets only a few travel at once", async () => {
    fates = [{ status: 503 }, { status: 503 }, { status: 503 }];
    const all = ["u1", "u2", "u3", "u4"].map((id) => carryUp(film, id, false, options()).catch(() => null));
    await vi.advanceTimersByTimeAsync(0);
    expect(calls.map((call) => call.split(" ")[1])).toEqual(["u1", "u2", "u3"]);
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(all);
    expect(calls.some((call) => call.includes("u4"))).toBe(true);
  });
});
