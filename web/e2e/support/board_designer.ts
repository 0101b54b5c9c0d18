import { expect, type Locator, type Page } from "@playwright/test";
import { choose } from "./flow_designer";

/** The board designer, by hand: what is dragged onto the grid and what it asks. */
export class BoardDesigner {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get inspector(): Locator {
    return this.page.getByRole("complementary", { name: "属性" });
  }

  /** Out of the palette to a place of the grid, in pixels from its corner, and named. */
  async drag(kind: string, at: { x: number; y: number }, title: string): Promise<void> {
    const item = this.page
      .getByRole("complementary", { name: "组件面板" })
      .getByRole("button", { name: kind, exact: true });
    const grid = await this.grid();
    await item.hover();
    await this.page.mouse.down();
    await this.page.mouse.move(grid.x + at.x + 30, grid.y + at.y + 30, { steps: 4 });
    await this.page.mouse.move(grid.x + at.x, grid.y + at.y, { steps: 3 });
    await this.page.mouse.up();
    await this.inspector.getByLabel("标题", { exact: true }).fill(title);
    await expect(this.page.getByRole("group", { name: new RegExp(`^${title}，`) })).toBeVisible();
  }

  /** Where the grid lies once nothing above it comes any more: the tour of a first visit is loaded late. */
  private async grid(): Promise<{ x: number; y: number }> {
    const measure = () => this.page.locator(".react-grid-layout").boundingBox();
    let box = await measure();
    const isStill = async () => {
      const before = box;
      box = await measure();
      return box !== null && box.y === before?.y;
    };
    await expect.poll(isStill, { intervals: [300] }).toBe(true);
    if (!box) throw new Error("there is no grid to drag to");
    return box;
  }

  /** A property of the selected tile. */
  async choose(label: string, option: string): Promise<void> {
    await choose(this.page, this.inspector.getByRole("combobox", { name: label, exact: true }), option);
  }

  async saved(): Promise<void> {
    await expect(this.page.getByText(/^已保存/)).toBeVisible();
  }
}
