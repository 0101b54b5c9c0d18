import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** Rules of WeCom's group robots (developer document 99110). */
const MESSAGES_PER_MINUTE = 20;
const MINUTE_MS = 60_000;
const MARKDOWN_BYTES_MAX = 4096;

interface Message {
  msgtype?: string;
  markdown?: { content?: string };
  text?: { content?: string };
}

/**
 * A group robot as WeCom runs it: HTTP 200 with the verdict in `errcode`, 93000 for a key it does not know, 40008 for a kind
 * of message it does not have, 45009 after twenty messages in a minute.
 */
export class WecomStub {
  readonly key = randomUUID();
  /** Texts it took, in order. */
  readonly taken: string[] = [];
  /** Verdicts it gave, in order. */
  readonly verdicts: number[] = [];
  private readonly times: number[] = [];
  private server: Server | undefined;
  private port = 0;

  static async start(): Promise<WecomStub> {
    const stub = new WecomStub();
    const server = createServer((request, response) => void stub.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port is free");
    stub.server = server;
    stub.port = address.port;
    return stub;
  }

  /** What an administrator copies out of WeCom. */
  get url(): string {
    return `http://${this.address}/cgi-bin/webhook/send?key=${this.key}`;
  }

  /** `host:port`, for the list of private addresses that channels may call. */
  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** From now on the minute's messages are used up, or free again. */
  fillMinute(isFull: boolean): void {
    this.times.length = 0;
    if (isFull) for (let at = 0; at < MESSAGES_PER_MINUTE; at++) this.times.push(Date.now());
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const errcode = this.judge(request, Buffer.concat(chunks).toString());
    this.verdicts.push(errcode);
    response.writeHead(200, { "content-type": "application/json; charset=UTF-8" });
    response.end(JSON.stringify({ errcode, errmsg: SENTENCES[errcode] ?? "unknown" }));
  }

  private judge(request: IncomingMessage, body: string): number {
    const url = new URL(request.url ?? "/", this.url);
    if (request.method !== "POST" || url.pathname !== "/cgi-bin/webhook/send") return 93000;
    if (url.searchParams.get("key") !== this.key) return 93000;
    const now = Date.now();
    while (this.times.length > 0 && (this.times[0] ?? now) <= now - MINUTE_MS) this.times.shift();
    if (this.times.length >= MESSAGES_PER_MINUTE) return 45009;
    const text = content(body);
    if (text === undefined) return 40008;
    if (Buffer.byteLength(text) > MARKDOWN_BYTES_MAX) return 40058;
    this.times.push(now);
    this.taken.push(text);
    return 0;
  }
}

const SENTENCES: Record<number, string> = {
  0: "ok",
  40008: "invalid message type",
  40058: "markdown.content exceed max length 4096",
  45009: "api freq out of limit",
  93000: "invalid webhook url",
};

function content(body: string): string | undefined {
  try {
    const message = JSON.parse(body) as Message;
    if (message.msgtype === "markdown") return message.markdown?.content;
    if (message.msgtype === "text") return message.text?.content;
  } catch {
    // What is no JSON is no message.
  }
  return undefined;
}
