import { expect, type Page } from "@playwright/test";

/** The form designer, by hand: what is dragged, renamed and published. */
export class FormDesigner {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get undo() {
    return this.page.getByRole("button", { name: /^撤销/ });
  }

  get redo() {
    return this.page.getByRole("button", { name: /^重做/ });
  }

  get inspector() {
    return this.page.getByRole("complementary", { name: "属性" });
  }

  /** Says that somebody else has the form open. */
  get company() {
    return this.page.getByRole("banner").getByRole("button", { name: /也在编辑|也开着/ });
  }

  /** Says that somebody else saved in between. */
  get conflict() {
    return this.page.getByRole("main").getByRole("alert");
  }

  /** The name of a field on the sheet. */
  field(label: string) {
    return this.page.getByRole("main").getByRole("button", { name: label, exact: true });
  }

  /** A group after the others. */
  async group(title: string): Promise<void> {
    await this.page.getByRole("main").getByRole("button", { name: "添加分组" }).click();
    await this.inspector.getByLabel("标题", { exact: true }).fill(title);
  }

  /** What a choice is called, and its colour. The field is selected. */
  async option(number: number, label: string, color?: string): Promise<void> {
    await this.inspector.getByRole("textbox", { name: `第 ${number} 个选项` }).fill(label);
    if (!color) return;
    const name = `${label} 的颜色`;
    await this.inspector.getByRole("button", { name }).click();
    // Another palette may still be on its way out.
    await this.page.getByRole("group", { name }).getByRole("button", { name: color, exact: true }).click();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText(/^已保存/)).toBeVisible();
  }

  /** Drags a kind out of the palette onto the sheet's last group and names it. */
  async drag(kind: string, label: string): Promise<void> {
    const item = this.page
      .getByRole("complementary", { name: "组件面板" })
      .getByRole("button", { name: kind, exact: true });
    const end = this.page.getByRole("main").getByRole("button", { name: "添加分组" });
    await end.scrollIntoViewIfNeeded();
    const to = await end.boundingBox();
    if (!to) throw new Error("the sheet has no end");
    await item.hover();
    await this.page.mouse.down();
    await this.page.mouse.move(to.x + 40, to.y - 20, { steps: 4 });
    await this.page.mouse.move(to.x + 60, to.y - 24, { steps: 2 });
    await this.page.mouse.up();
    await this.inspector.getByLabel("名称", { exact: true }).fill(label);
    await expect(this.field(label)).toBeVisible();
  }

  /** For the first time, and for nobody yet: who may fill it in is said under the app's access. */
  async publish(note: string): Promise<void> {
    await this.page.getByRole("button", { name: "发布" }).click();
    const dialog = this.page.getByRole("dialog", { name: /发布/ });
    await dialog.getByRole("combobox", { name: "谁可以填写" }).press("Backspace");
    await expect(dialog.getByText("暂时没有人可以填写")).toBeVisible();
    await dialog.getByRole("textbox").fill(note);
    await dialog.getByRole("button", { name: /发\s?布/ }).click();
    await expect(this.page.getByText("已发布版本 1")).toBeVisible();
  }
}
