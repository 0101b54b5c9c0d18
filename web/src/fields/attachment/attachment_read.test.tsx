import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import AttachmentRead from "./AttachmentRead";

const file = (id: string, name: string, media: string) => ({ id, name, media, bytes: 1_000 });

describe("attachments that are read", () => {
  it("stand by name, to be taken along, where no small picture can be made", () => {
    render(<AttachmentRead value={[file("a", "IMG_0417.HEIC", "image/heic")]} order="o" />);
    expect(screen.queryByRole("img")).toBeNull();
    expect(screen.getByRole("link", { name: "IMG_0417.HEIC" })).toHaveAttribute("download", "IMG_0417.HEIC");
  });

  it("fall back to the name where the picture does not come", () => {
    render(<AttachmentRead value={[file("a", "现场.jpg", "image/jpeg")]} order="o" />);
    fireEvent.error(screen.getByRole("img", { name: "现场.jpg" }));
    expect(screen.getByRole("link", { name: "现场.jpg" })).toHaveAttribute("download", "现场.jpg");
  });
});
