import { expect, test } from "../support/house";
import { ADMIN } from "../support/people";

const PHRASE = "three words nobody puts together";

export function keeping(): void {
  test("the administrator backs up now, sees it go on, and sees that it restores", async ({ enter }) => {
    const admin = await enter(ADMIN);
    await admin.goto("/admin/backups");
    // The plan has made some by itself while the clock moved on.
    await expect(admin.getByText("上次备份成功")).toBeVisible();
    const made = admin.getByRole("listitem").filter({ hasText: /tessera-.*\.backup/ });
    const planned = await made.count();
    await admin.getByRole("button", { name: "立即备份" }).first().click();
    await expect(made).toHaveCount(planned + 1);
    const newest = made.first();
    const [list, plan] = [
      await newest.boundingBox(),
      await admin.getByRole("heading", { name: "备份计划" }).boundingBox(),
    ];
    expect(list && plan && list.y < plan.y).toBe(true);

    await admin.getByRole("button", { name: "立即演练" }).click();
    await expect(admin.getByRole("progressbar", { name: /正在演练/ })).toBeVisible();
    await expect(newest.getByText(/演练恢复成功/)).toBeVisible({ timeout: 60_000 });
  });

  test("a passphrase becomes a way in and goes again, the recovery key and the root key are renewed, and the log has it all", async ({
    enter,
  }) => {
    const admin = await enter(ADMIN);
    await admin.goto("/admin/keys");
    await admin.getByRole("button", { name: "添加口令" }).click();
    const adding = admin.getByRole("dialog", { name: "添加口令" });
    await adding.getByLabel("口令", { exact: true }).fill(PHRASE);
    await adding.getByLabel("再输入一次").fill(`${PHRASE}?`);
    await expect(adding.getByText("两次输入不一致")).toBeVisible();
    await adding.getByLabel("再输入一次").fill(PHRASE);
    await adding.getByRole("button", { name: "添加口令" }).click();
    const slot = admin.getByRole("listitem").filter({ hasText: "密钥槽 3" });
    await expect(slot).toContainText("口令");
    await slot.getByRole("button", { name: "删除" }).click();
    await admin.getByRole("dialog").getByRole("button", { name: "删除" }).click();
    await expect(slot).toHaveCount(0);

    await admin.getByRole("button", { name: "更换恢复密钥" }).click();
    const renewing = admin.getByRole("dialog", { name: "更换恢复密钥" });
    const recovery = (await renewing.locator("output").textContent()) ?? "";
    await renewing.getByRole("button", { name: "我已抄好" }).click();
    await renewing.getByLabel("恢复密钥", { exact: true }).fill(recovery);
    await renewing.getByRole("button", { name: "保存" }).click();
    await expect(admin.getByText("新的恢复密钥已生效")).toBeVisible();

    await admin.getByRole("button", { name: "更换根密钥" }).click();
    const root = admin.getByRole("dialog", { name: "更换根密钥" });
    await root.getByLabel(/恢复密钥/).fill(recovery);
    await root.getByRole("button", { name: "更换根密钥" }).click();
    await expect(admin.getByText("根密钥已更换")).toBeVisible();

    await admin.goto("/admin/audit");
    for (const line of [
      "更换了根密钥",
      "更换了一种打开数据的方式“密钥槽 2 · 恢复密钥”",
      "删除了一种打开数据的方式“密钥槽 3 · 口令”",
    ])
      await expect(admin.getByRole("listitem").filter({ hasText: line }).filter({ hasText: ADMIN.name })).toBeVisible();
  });

  test("the administrator sees how the machine fares", async ({ enter }) => {
    const admin = await enter(ADMIN);
    await admin.goto("/admin/system");
    for (const what of ["磁盘空间", "夜间通读", "上次启动", "证书"])
      await expect(admin.getByRole("listitem").filter({ hasText: what }).first()).toBeVisible();
  });
}
