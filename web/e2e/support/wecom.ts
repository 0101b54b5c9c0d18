import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** Rules of WeCom's group robots (developer document 99110). */
const MESSAGES_PER_MINUTE = 20;
const MINUTE_MS = 60_000;
const BYTES_MAX: Record<string, number> = { text: 2048, markdown: 4096, markdown_v2: 4096 };

/**
 * A group robot as WeCom runs it: HTTP 200 whatever happens, the verdict in `errcode`, a sentence with a hint in `errmsg`. 93000
 * for a key it does not know, 40008 for a kind of message it does not have, 40058 for a text that is too long, 44004 for none,
 * 45009 from the twenty-first message in a minute on.
 */
export class WecomStub {
  readonly key = randomUUID();
  /** Texts it took, in order. */
  readonly taken: string[] = [];
  /** Verdicts it gave, in order. */
  readonly verdicts: number[] = [];
  /** When it took the messages of the last minute. */
  private times: number[] = [];
  private ahead_ms = 0;
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

  /** Somebody else's programme uses the same robot, as much as it may be used. */
  async fillMinute(): Promise<void> {
    const body = JSON.stringify({ msgtype: "text", text: { content: "产线心跳" } });
    const headers = { "content-type": "application/json" };
    for (let at = this.lastMinute().length; at < MESSAGES_PER_MINUTE; at++) {
      await fetch(this.url, { method: "POST", headers, body });
    }
  }

  /** Messages it took from the appliance. */
  get told(): string[] {
    return this.taken.filter((text) => text !== "产线心跳");
  }

  moveClock(ahead_ms: number): void {
    this.ahead_ms = ahead_ms;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private now(): number {
    return Date.now() + this.ahead_ms;
  }

  private lastMinute(): readonly number[] {
    this.times = this.times.filter((at) => at > this.now() - MINUTE_MS);
    return this.times;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const errcode = this.judge(request, Buffer.concat(chunks).toString());
    this.verdicts.push(errcode);
    response.writeHead(200, { "content-type": "application/json; charset=UTF-8" });
    response.end(JSON.stringify({ errcode, errmsg: sentence(errcode, request.socket.remoteAddress ?? "") }));
  }

  private judge(request: IncomingMessage, body: string): number {
    const url = new URL(request.url ?? "/", this.url);
    if (request.method !== "POST" || url.pathname !== "/cgi-bin/webhook/send") return 93000;
    if (url.searchParams.get("key") !== this.key) return 93000;
    if (this.lastMinute().length >= MESSAGES_PER_MINUTE) return 45009;
    const { msgtype, text } = read(body);
    const bytes_max = BYTES_MAX[msgtype];
    if (bytes_max === undefined) return 40008;
    if (text === "") return 44004;
    if (Buffer.byteLength(text) > bytes_max) return 40058;
    this.times.push(this.now());
    this.taken.push(text);
    return 0;
  }
}

const SENTENCES: Record<number, string> = {
  40008: "invalid message type",
  40058: "content exceed max length",
  44004: "content is empty",
  45009: "api freq out of limit",
  93000: "invalid webhook url",
};

/** As the real one words it: nobody may rely on the sentence. */
function sentence(errcode: number, from: string): string {
  if (errcode === 0) return "ok";
  const hint = `hint: [${Date.now()}], from ip: ${from}`;
  return `${SENTENCES[errcode]}, ${hint}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`;
}

/** Kinds are told apart by case. What is no JSON is no message. */
function read(body: string): { msgtype: string; text: string } {
  try {
    const message = JSON.parse(body);
    const { msgtype } = message;
    return { msgtype: String(msgtype), text: String(message[msgtype]?.content ?? "") };
  } catch {
    return { msgtype: "", text: "" };
  }
}
