import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { reasonText } from "./reason";

const STORE = join(process.cwd(), "../src/store");

/** Sources of a folder and of those below it. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name.endsWith(".rs"))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8").split("#[cfg(test)]")[0] ?? "");
}

const isChinese = (text: string) => /[\u4e00-\u9fff]/.test(text);

describe("reasons of the store", () => {
  it("are told in the language of the page, each part of them", () => {
    const said = "/data/blobs/ab: the stored file is not as it was written";
    expect(reasonText(said, "en")).toBe(said);
    expect(reasonText(said, "zh")).toBe("/data/blobs/ab：存储的文件与写入时不一致");
    expect(
      reasonText(
        "/data/journal/1 is damaged at byte 64: change 7 is missing. Nothing was changed; restore a backup",
        "zh",
      ),
    ).toBe("/data/journal/1 在第 64 字节处损坏：第 7 次变更缺失。没有任何改动，请从备份恢复");
    expect(reasonText("writing /data/x: Input/output error (os error 5)", "zh")).toBe(
      "写入 /data/x 时出错：磁盘读写错误（系统错误 5）",
    );
    expect(reasonText(`${said}; used by 1, 2`, "zh")).toBe(
      "/data/blobs/ab：存储的文件与写入时不一致；用到它的附件：1, 2",
    );
    expect(reasonText("something that nobody foresaw", "zh")).toBe("something that nobody foresaw");
  });

  it("are all known: every error of the store, and everything it calls damaged", () => {
    const errors = [...readFileSync(join(STORE, "error.rs"), "utf8").matchAll(/#\[error\("([^"]+)"/g)];
    const damaged = sources(STORE).flatMap((text) => [
      ...text.matchAll(/\bdamaged\([^;{}]*?, "([^"]+)"\)/g),
      ...text.matchAll(/\b(?:damaged|forged|bent|lost|differs)\((?:format!\()?"([^"]+)"/g),
      ...text.matchAll(/StoreError::Rows\((?:format!\()?"([^"]+)"/g),
    ]);
    const said = [...errors, ...damaged].map(([, text]) => (text ?? "").replace(/\{[^}]*\}/g, "7"));
    expect(said.length).toBeGreaterThan(50);
    // Of a general sentence only the place of what is particular is left, such as `7 7: 7`.
    const unknown = said.filter((text) => /[a-z]{3}/.test(text) && !isChinese(reasonText(text, "zh")));
    expect(unknown).toEqual([]);
  });
});
