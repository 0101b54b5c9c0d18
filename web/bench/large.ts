import { expect, type Page } from "@playwright/test";

/** Documents as large as designers are asked to bear, made from those of the sample company. */

interface Named {
  id: string;
}

export interface Place {
  app: string;
  form: string;
  board: string;
}

interface Sheet {
  fields: (Named & { label: string; control: { kind: string } })[];
  sections: { items: { field: string; span: number }[] }[];
}

interface Drawing {
  nodes: (Named & { name: string; step: { kind: string } })[];
  edges: (Named & { from: string; to: string })[];
}

interface Board {
  name: string;
  rev: number;
  definition: { tiles: (Named & { x: number; y: number; w: number; h: number })[] };
}

export async function placeOf(page: Page): Promise<Place> {
  const [app] = await read<{ id: string; forms: Named[]; boards: Named[] }[]>(page, "/apps");
  const [form, board] = [app?.forms[0], app?.boards[0]];
  if (!app || !form || !board) throw new Error("the sample company has no app with a form and a board");
  return { app: app.id, form: form.id, board: board.id };
}

export async function widenForm(page: Page, form: string, count: number): Promise<void> {
  const path = `/forms/${form}/draft`;
  const { rev, definition } = await read<{ rev: number; definition: Sheet }>(page, path);
  const pattern = definition.fields.find(({ control }) => control.kind === "text");
  for (let at = definition.fields.length; pattern && at < count; at += 1) {
    const id = `bench_${at}`;
    definition.fields.push({ ...pattern, id, label: `Field ${at}` });
    definition.sections.at(-1)?.items.push({ field: id, span: 6 });
  }
  expect(definition.fields).toHaveLength(count);
  await write(page, path, { definition }, rev);
}

/** The way into the end grows by steps that somebody handles. */
export async function lengthenFlow(page: Page, form: string, count: number): Promise<void> {
  const path = `/forms/${form}/flow/draft`;
  const { rev, definition } = await read<{ rev: number; definition: Drawing }>(page, path);
  const pattern = definition.nodes.find(({ step }) => step.kind === "handle");
  const end = definition.nodes.find(({ step }) => step.kind === "end");
  const last = definition.edges.find(({ to }) => to === end?.id);
  if (!pattern || !end || !last) throw new Error("the flow has nothing to be made longer");
  let way = last;
  for (let at = definition.nodes.length; at < count; at += 1) {
    const id = `bench_${at}`;
    definition.nodes.push({ ...pattern, id, name: `Step ${at}` });
    way.to = id;
    way = { id: `bench_line_${at}`, from: id, to: end.id, ...("port" in last && { port: "out" }) };
    definition.edges.push(way);
  }
  expect(definition.nodes).toHaveLength(count);
  await write(page, path, { definition }, rev);
}

export async function fillBoard(page: Page, board: string, count: number): Promise<void> {
  const path = `/boards/${board}`;
  const { rev, name, definition } = await read<Board>(page, path);
  const patterns = [...definition.tiles];
  const below = Math.max(...patterns.map(({ y, h }) => y + h));
  for (let at = patterns.length; at < count; at += 1) {
    const pattern = patterns[at % patterns.length];
    if (!pattern) throw new Error("the board has no tiles");
    const [column, row] = [at % 3, Math.floor(at / 3)];
    definition.tiles.push({ ...pattern, id: `bench_${at}`, x: column * 4, y: below + row * 4, w: 4, h: 4 });
  }
  expect(definition.tiles).toHaveLength(count);
  await write(page, path, { name, definition }, rev);
}

async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(`/api/v1${path}`);
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json();
}

async function write(page: Page, path: string, data: unknown, rev: number): Promise<void> {
  const headers = {
    "X-Tessera": "1",
    Origin: new URL(page.url()).origin,
    "Idempotency-Key": crypto.randomUUID(),
    "If-Match": `"${rev}"`,
  };
  const answer = await page.request.put(`/api/v1${path}`, { headers, data });
  expect(answer.ok(), await answer.text()).toBe(true);
}
