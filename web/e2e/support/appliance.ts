import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The binary that is tested: the release, as it is shipped. */
const BINARY = process.env.TESSERA_RELEASE;
const START_MS = 20_000;

/** The real appliance on a data directory of its own. It can be killed and started again, and its clock can be moved. */
export class Appliance {
  readonly url: string;
  private readonly dir = mkdtempSync(join(tmpdir(), "tessera-e2e-"));
  private child: ChildProcess | undefined;
  private printed = "";

  private readonly port: number;
  private readonly outbound: readonly string[];

  private constructor(port: number, outbound: readonly string[]) {
    this.port = port;
    this.outbound = outbound;
    this.url = `https://localhost:${port}`;
  }

  /** `outbound`: private addresses that channels may call, as IT lists them. `at`: what the time is when it starts; else the machine's. */
  static async make(outbound: readonly string[], at?: number): Promise<Appliance> {
    const made = new Appliance(await freePort(), outbound);
    if (at !== undefined) made.moveClock(at - Date.now());
    await made.start();
    return made;
  }

  /** One-time code of the first run. */
  get setupCode(): string {
    return this.found(/Setup code: (\S+)/);
  }

  /** Everything it printed so far, for a failure's report. */
  get output(): string {
    return this.printed;
  }

  async start(): Promise<void> {
    if (!BINARY) throw new Error("TESSERA_RELEASE names no binary; `make test-browser` builds and names it");
    this.printed = "";
    const files = [
      "--data",
      join(this.dir, "data"),
      "--key-file",
      join(this.dir, "key"),
      "--clock-file",
      this.clockFile,
    ];
    const outbound = this.outbound.length > 0 ? ["--outbound", this.outbound.join(",")] : [];
    const child = spawn(BINARY, ["serve", "--listen", `127.0.0.1:${this.port}`, ...files, ...outbound], {
      cwd: this.dir,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    child.stdout?.on("data", (bytes: Buffer) => {
      this.printed += bytes.toString();
    });
    child.stderr?.on("data", (bytes: Buffer) => {
      this.printed += bytes.toString();
    });
    await this.until(() => this.printed.includes("Certificate fingerprint"), "start");
  }

  /** As a power cut does it. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.end("SIGTERM");
    rmSync(this.dir, { recursive: true, force: true });
  }

  /** Moves the appliance's clock to this many milliseconds ahead of the machine's. */
  moveClock(ms: number): void {
    writeFileSync(this.clockFile, String(ms));
  }

  private get clockFile(): string {
    return join(this.dir, "clock");
  }

  private found(pattern: RegExp): string {
    const text = pattern.exec(this.printed)?.[1];
    if (text === undefined) throw new Error(`the appliance did not print ${pattern}:\n${this.printed}`);
    return text;
  }

  private async end(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  private async until(isTrue: () => boolean, what: string): Promise<void> {
    const end = Date.now() + START_MS;
    while (!isTrue()) {
      if (this.child?.exitCode !== null || Date.now() > end) {
        throw new Error(`the appliance did not ${what}:\n${this.printed}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port is free");
  return address.port;
}
