import type { APIRequestContext, APIResponse } from "@playwright/test";

/** The server over the wire; what it refuses is thrown. */
export class Wire {
  private readonly request: APIRequestContext;
  private readonly headers: Record<string, string>;

  constructor(request: APIRequestContext, origin: string) {
    this.request = request;
    this.headers = { "X-Tessera": "1", Origin: origin };
  }

  async get(path: string) {
    return taken(await this.request.get(`/api/v1${path}`));
  }

  async post(path: string, data: object) {
    return taken(await this.request.post(`/api/v1${path}`, { headers: this.headers, data }));
  }

  async put(path: string, data: object, rev?: number) {
    const headers = rev === undefined ? this.headers : { ...this.headers, "If-Match": `"${rev}"` };
    return taken(await this.request.put(`/api/v1${path}`, { headers, data }));
  }
}

async function taken(answer: APIResponse) {
  if (!answer.ok()) throw new Error(`${answer.url()}: ${await answer.text()}`);
  const text = await answer.text();
  return text === "" ? undefined : JSON.parse(text);
}
