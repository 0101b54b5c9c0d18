import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fileAddress, forgetKept, giveUpUpload, isKeptHere } from "@/api/files";
import type { FileValue } from "@/model/value";
import { carryUp } from "./carry";
import { StaysHere } from "./stays_here";
import { usePendingUploads, useUploads } from "./uploads";

vi.mock("./carry", () => ({ carryUp: vi.fn(() => new Promise(() => undefined)) }));
vi.mock("@/api/files", async (load) => ({ ...(await load<object>()), giveUpUpload: vi.fn() }));

const photo = new File(["x"], "现场.jpg", { type: "image/jpeg" });
const film = new File(["x"], "现场.mp4", { type: "video/mp4" });
/** A film is never ready to travel. */
const prepare = async (file: File): Promise<File> => (file === film ? new Promise<File>(() => undefined) : file);
const list = (taken: (files: FileValue[]) => void = () => undefined) => useUploads([], taken, prepare);

afterEach(() => {
  vi.clearAllMocks();
  forgetKept();
});

describe("files on their way", () => {
  it("are asked about by one of all lists of the page", async () => {
    const [first, second] = [renderHook(() => list()), renderHook(() => list())];
    const pending = renderHook(() => usePendingUploads());
    act(() => first.result.current.add([photo, photo]));
    act(() => second.result.current.add([photo]));
    await waitFor(() => expect(pending.result.current).toBe(3));
    expect([first.result.current.isAsking, second.result.current.isAsking]).toEqual([true, false]);
    await waitFor(() => expect(carryUp).toHaveBeenCalledTimes(3));
    first.unmount();
    expect(giveUpUpload).toHaveBeenCalledTimes(2);
    second.unmount();
  });

  it("of a form that is only tried never leave the device, and are seen all the same", async () => {
    const taken = vi.fn();
    const tried = renderHook(() => list(taken), {
      wrapper: ({ children }) => <StaysHere value={true}>{children}</StaysHere>,
    });
    act(() => tried.result.current.add([photo, film]));
    await waitFor(() => expect(taken).toHaveBeenCalled());
    const [[file]] = taken.mock.calls[0] as [[FileValue]];
    expect(file).toMatchObject({ name: "现场.jpg", bytes: 1, media: "image/jpeg" });
    expect([isKeptHere(file.id), fileAddress(file.id).startsWith("blob:")]).toEqual([true, true]);
    tried.unmount();
    expect(carryUp).not.toHaveBeenCalled();
    expect(giveUpUpload).not.toHaveBeenCalled();
  });
});
