import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import type { FileValue } from "@/model/value";
import { enter, here, type Upload, useUploadBook } from "@/ui/uploads/book";
import { UploadGoal } from "@/ui/uploads/goal";
import { useUnready } from "./unready";
import { useUploads } from "./use_uploads";

vi.mock("@/ui/uploads/carry", () => ({ carryUp: vi.fn(() => new Promise(() => undefined)) }));
vi.mock("@/api/files", async (load) => ({ ...(await load<object>()), giveUpUpload: vi.fn() }));

const goal = { key: "order.o1", title: "报修单", href: "/orders/o1" };
const photo = new File(["x"], "现场.jpg", { type: "image/jpeg" });
const file = (id: string): FileValue => ({ id, name: "现场.jpg", bytes: 1, media: "image/jpeg" });
const arrived = (id: string, place: string): Upload => {
  const standing = { is: "arrived", file: file(id) } as const;
  return { id, user: "me", goal, place, name: "现场.jpg", bytes: 1, modified: 0, sent: 1, since: null, standing };
};

const brought = vi.fn();
const within = ({ children }: { children: ReactNode }) => (
  <UploadGoal value={{ ...goal, onBrought: brought }}>{children}</UploadGoal>
);

/** A field that keeps what it is given, as a draft does. */
function field(files: FileValue[], name = "photos", wrapper = within) {
  const kept = { files };
  const use = () =>
    useUploads(
      name,
      kept.files,
      (next) => {
        kept.files = next;
      },
      async (one) => one,
    );
  return { kept, ...renderHook(use, { wrapper }) };
}

afterEach(() => {
  useUploadBook.setState({ uploads: [], shown: [] });
  vi.clearAllMocks();
});

it("a field takes what arrived while its page was not open: all of it, once, and nothing of another field", async () => {
  enter([arrived("f1", "order.o1.photos"), arrived("f2", "order.o1.photos"), arrived("f3", "order.o1.papers")]);
  const { kept } = field([file("f1")]);
  await waitFor(() => expect(kept.files.map(({ id }) => id)).toEqual(["f1", "f2"]));
  expect(here().map(({ id }) => id)).toEqual(["f3"]);
});

it("what is brought goes on after its field, and the order waits for it alone", async () => {
  const { result, unmount } = field([]);
  act(() => result.current.add([photo]));
  expect(brought).toHaveBeenCalledTimes(1);
  unmount();
  await waitFor(() => expect(here()).toMatchObject([{ place: "order.o1.photos", ready: photo }]));
  expect(renderHook(() => useUnready("order.o1")).result.current).toContain("还有 1 个文件正在上传");
  expect(renderHook(() => useUnready("comment.o1")).result.current).toBeNull();
  act(() =>
    useUploadBook.setState({
      uploads: here().map((one) => ({ ...one, standing: { is: "failed", why: "", isFinal: false } })),
    }),
  );
  expect(renderHook(() => useUnready("order.o1")).result.current).toContain("没有传上去");
});

it("what belongs to nothing ends with its field", async () => {
  const loose = field([], "photos", ({ children }) => <>{children}</>);
  act(() => loose.result.current.add([photo]));
  expect(here()).toHaveLength(1);
  loose.unmount();
  expect(here()).toEqual([]);
});
