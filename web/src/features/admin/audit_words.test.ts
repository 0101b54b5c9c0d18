import { describe, expect, it } from "vitest";
import { changeText } from "./audit_words";

describe("the log in sentences", () => {
  it("names what was changed", () => {
    expect(changeText({ code: "user_saved", name: "刘磊" })).toBe("保存了成员“刘磊”");
    expect(changeText({ code: "setting_saved", name: "" })).toBe("修改了工作区设置");
  });

  it("folds many of one kind", () => {
    expect(changeText({ code: "user_saved", name: "王强", count: 186 })).toBe("保存了成员“王强”等 186 项");
  });

  it("tells how many records were exported", () => {
    const exported = (count: number) => changeText({ code: "records_exported_csv", name: "设备报修", count });
    expect(exported(186)).toBe("把 186 条记录导出为 CSV 文件：“设备报修”");
    expect(exported(0)).toBe("把 0 条记录导出为 CSV 文件：“设备报修”");
  });

  it("calls a way in as the page of the keys does", () => {
    expect(changeText({ code: "key_slot_added", name: "3 passphrase" })).toBe(
      "添加了一种打开数据的方式“密钥槽 3 · 口令”",
    );
    expect(changeText({ code: "user_saved", name: "3 passphrase" })).toBe("保存了成员“3 passphrase”");
  });

  it("says even what it does not know", () => {
    expect(changeText({ code: "robot_greeted", name: "R2" })).toBe("执行了 robot greeted“R2”");
  });
});
