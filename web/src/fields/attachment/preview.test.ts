import { describe, expect, it } from "vitest";
import { previewOf, textOf } from "./preview";

const file = (name: string, media: string, bytes = 100) => ({ id: "f", name, media, bytes });

describe("files that can be looked at", () => {
  it("are documents and short texts, by what is in them or by their name", () => {
    expect(previewOf(file("合同.bin", "application/pdf"))).toBe("pdf");
    expect(previewOf(file("读数.csv", "text/plain"))).toBe("text");
    expect(previewOf(file("机器.LOG", "application/octet-stream"))).toBe("text");
    expect(previewOf(file("机器.log", "text/plain", 2 * 1024 * 1024))).toBeNull();
    expect(previewOf(file("图纸.dwg", "application/octet-stream"))).toBeNull();
  });

  it("are read in UTF-8 and in what Chinese Windows writes", () => {
    expect(textOf(new TextEncoder().encode("温度").buffer as ArrayBuffer)).toBe("温度");
    expect(textOf(new Uint8Array([0xce, 0xc2, 0xb6, 0xc8]).buffer)).toBe("温度");
  });
});
