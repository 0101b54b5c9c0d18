import { describe, expect, it } from "vitest";
import { isPicture, previewOf, textOf } from "./preview";

const file = (name: string, media: string, bytes = 100) => ({ id: "f", name, media, bytes });

describe("files that can be looked at", () => {
  it("are documents and short texts, by what is in them or by their name", () => {
    expect(previewOf(file("合同.bin", "application/pdf"))).toBe("pdf");
    expect(previewOf(file("读数.csv", "text/plain"))).toBe("text");
    expect(previewOf(file("机器.LOG", "application/octet-stream"))).toBe("text");
    expect(previewOf(file("机器.log", "text/plain", 2 * 1024 * 1024))).toBeNull();
    expect(previewOf(file("图纸.dwg", "application/octet-stream"))).toBeNull();
  });

  it("are no pictures where nobody can make a small one of them", () => {
    const pictures = [
      file("现场.jpg", "image/jpeg"),
      file("IMG_0417.HEIC", "image/heic"),
      file("扫描.tif", "image/tiff"),
      file("全景.png", "image/png", 40 * 1024 * 1024),
    ].map(isPicture);
    expect(pictures).toEqual([true, false, false, false]);
  });

  it("are read in UTF-8 and in what Chinese Windows writes", () => {
    expect(textOf(new TextEncoder().encode("温度").buffer as ArrayBuffer)).toBe("温度");
    expect(textOf(new Uint8Array([0xce, 0xc2, 0xb6, 0xc8]).buffer)).toBe("温度");
  });
});
