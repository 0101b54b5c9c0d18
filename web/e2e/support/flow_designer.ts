import { expect, type Locator, type Page } from "@playwright/test";
import { chooseFromMenu } from "./menu";

/** The flow designer, by hand: what is dragged, drawn, named and set. */
export class FlowDesigner {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get inspector(): Locator {
    return this.page.getByRole("complementary", { name: "属性" });
  }

  get problems(): Locator {
    return this.page.getByRole("region", { name: "问题" });
  }

  /** A step's card. */
  step(name: string): Locator {
    return this.page.locator(".react-flow__nodes").getByRole("group", { name, exact: true });
  }

  /** A line, by the steps it ties. */
  line(from: string, to: string): Locator {
    return this.page.locator(".react-flow__edges").getByRole("group", { name: `${from} → ${to}`, exact: true });
  }

  /** A sticky note, by what it says. */
  note(text: string): Locator {
    return this.page.locator(".react-flow__node-note").filter({ hasText: text });
  }

  group(name: string): Locator {
    return this.inspector.getByRole("region", { name, exact: true });
  }

  /** Out of the palette onto something: the middle of a line, a step, the bare canvas. */
  async drag(kind: string, to: Locator, at?: { x: number; y: number }): Promise<void> {
    const item = this.page
      .getByRole("complementary", { name: "组件面板" })
      .getByRole("button", { name: kind, exact: true });
    const box = await boxOf(to);
    const x = box.x + (at?.x ?? box.width / 2);
    const y = box.y + (at?.y ?? box.height / 2);
    await item.hover();
    await this.page.mouse.down();
    await this.page.mouse.move(x + 30, y + 30, { steps: 4 });
    await this.page.mouse.move(x, y, { steps: 3 });
    await this.page.mouse.up();
  }

  async dragInto(kind: string, from: string, to: string): Promise<void> {
    await this.drag(kind, await this.middle(from, to));
    await this.showAll();
  }

  /** The plus in the middle of a line, then a kind. */
  async insert(kind: string, from: string, to: string): Promise<void> {
    await (await this.middle(from, to)).click();
    await this.pick(kind);
  }

  /** The plus where several lines meet. */
  async insertMeeting(kind: string): Promise<void> {
    await this.page.getByRole("button", { name: "在汇合处插入步骤" }).click();
    await this.pick(kind);
  }

  /** By keys alone: an arrow walks on from a step, N asks for a kind, typing finds it. */
  async type(kind: string, below: string, above: string): Promise<void> {
    await this.step(above).click();
    await this.page.keyboard.press("ArrowDown");
    await expect(this.step(below)).toHaveClass(/selected/);
    await this.page.keyboard.press("n");
    await this.page.getByRole("dialog", { name: "选择要添加的步骤" }).getByRole("textbox").fill(kind);
    await this.page.keyboard.press("Enter");
  }

  /** What was added may lie below the edge of the window. */
  async showAll(): Promise<void> {
    await this.page.getByRole("button", { name: /^显示全部/ }).click();
  }

  /** From a step's lower dot to another step. */
  async connect(from: string, to: string): Promise<void> {
    await this.step(from).locator(".react-flow__handle.source").hover();
    await this.page.mouse.down();
    const box = await boxOf(this.step(to));
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 30, { steps: 5 });
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    await this.page.mouse.up();
  }

  /** F2 on the step. */
  async rename(from: string, to: string): Promise<void> {
    await this.step(from).click();
    await expect(this.inspector.getByRole("heading", { name: from, exact: true })).toBeVisible();
    await this.page.keyboard.press("F2");
    await this.page.keyboard.type(to);
    await expect(this.step(to)).toBeVisible();
  }

  /** People of the selected step's group: a kind of source, and which one. */
  async people(group: string, kind: string, which: string): Promise<void> {
    const box = this.group(group);
    await box.getByRole("button", { name: "添加人员" }).click();
    await chooseFromMenu(this.page, kind, true);
    await choose(this.page, box.getByRole("combobox", { name: kind, exact: true }), which);
  }

  /** A choice of the selected step or line. */
  async choose(group: string, label: string, option: string): Promise<void> {
    await choose(this.page, this.group(group).getByRole("combobox", { name: label, exact: true }), option);
  }

  async condition(field: string, comparison: string, value: string): Promise<void> {
    await choose(this.page, this.inspector.getByRole("combobox", { name: "字段", exact: true }), field);
    await choose(this.page, this.inspector.getByRole("combobox", { name: "比较方式" }), comparison);
    await choose(this.page, this.inspector.getByRole("combobox", { name: field, exact: true }), value);
  }

  /** How long the selected step may take, in working minutes. */
  async limit(minutes: number, calendar: string): Promise<void> {
    const box = this.group("时限");
    await choose(this.page, box.getByRole("combobox", { name: "单位" }), "分钟");
    await box.getByRole("spinbutton").fill(String(minutes));
    await choose(this.page, box.getByRole("combobox", { name: "工作日历" }), calendar);
  }

  async whenLate(action: string): Promise<void> {
    await this.group("时限").getByRole("button", { name: "添加到期动作" }).click();
    await chooseFromMenu(this.page, action);
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText(/^已保存/)).toBeVisible();
  }

  async publish(note: string, underWay: "stay" | "move" = "stay"): Promise<void> {
    await this.page.getByRole("button", { name: "发布" }).click();
    const dialog = this.page.getByRole("dialog", { name: /发布/ });
    await dialog.getByRole("textbox").fill(note);
    if (underWay === "move") await dialog.getByRole("radio", { name: /^能转的转到新版本/ }).check();
    await dialog.getByRole("button", { name: /发\s?布/ }).click();
    await expect(this.page.getByText(/版本 \d+ 已发布/)).toBeVisible();
  }

  private async middle(from: string, to: string): Promise<Locator> {
    const id = await this.line(from, to).getAttribute("data-id");
    return this.page.locator(`[data-edge="${id}"]`).getByRole("button", { name: "在这里插入步骤" });
  }

  private async pick(kind: string): Promise<void> {
    const picker = this.page.getByRole("dialog", { name: "选择要添加的步骤" });
    await picker.getByRole("button", { name: kind }).click();
    await this.showAll();
  }
}

/** Opens a list and picks by the name it shows; a long one is narrowed by typing. */
export async function choose(page: Page, list: Locator, option: string): Promise<void> {
  await list.click();
  if (await list.isEditable()) await list.fill(option);
  await page.locator(".ant-select-dropdown:visible").getByTitle(option, { exact: true }).click();
}

async function boxOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await what.boundingBox();
  if (!box) throw new Error("nothing is there to be dragged to");
  return box;
}
