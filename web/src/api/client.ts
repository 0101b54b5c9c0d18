// The one door to the server. Every call goes to /api/v1 on our own origin with the session cookie; a custom header
// keeps other sites from writing on a person's behalf. Answers are parsed JSON, trouble is an ApiProblem.

import { newId } from "@/model/id";
import { type ApiProblem, problemOf, unreachable } from "./problem";

export const API = "/api/v1";

export type Query = Record<string, string | number | boolean | readonly string[] | undefined | null>;

export interface CallOptions {
  query?: Query;
  signal?: AbortSignal;
}

export interface WriteOptions extends CallOptions {
  /** The id of the command. Make it once per intent (not per attempt), so that a second tap changes nothing. */
  key?: string;
  /** The revision the change is based on; the server answers 409 `stale_revision` when it has moved on. */
  revision?: string | number;
  /** The browser carries it on when the page is closed over it. */
  outlivesPage?: boolean;
}

/** More than this no browser carries on. */
const OUTLIVING_CHARS_MAX = 16_000;

let whenSignedOut = async (): Promise<boolean> => false;

/** What the app does when the session has ended; `true` once the same person has signed in again. */
export function onSignedOut(action: () => Promise<boolean>): void {
  whenSignedOut = action;
}

/** Whether a call that was refused with this may go out once more. Signing in and out is refused for reasons of its own. */
export async function maySendAgain(problem: ApiProblem, method: string, path: string): Promise<boolean> {
  if (problem.status !== 401 || (path.startsWith("/session") && method !== "GET")) return false;
  return whenSignedOut();
}

export function urlOf(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue;
    if (Array.isArray(value)) for (const one of value) params.append(name, String(one));
    else params.set(name, String(value));
  }
  const text = params.toString();
  return `${API}${path}${text ? `?${text}` : ""}`;
}

async function send(method: string, path: string, body: unknown, options: WriteOptions): Promise<Response> {
  const headers = new Headers({ Accept: "application/json", "X-Tessera": "1" });
  if (method !== "GET") headers.set("Idempotency-Key", options.key ?? newId());
  if (options.revision !== undefined) headers.set("If-Match", `"${options.revision}"`);
  const isForm = body instanceof FormData || body instanceof Blob;
  if (body !== undefined && !isForm) headers.set("Content-Type", "application/json");
  const payload = body === undefined || isForm ? (body as BodyInit | undefined) : JSON.stringify(body);
  const init: RequestInit = { method, headers, credentials: "same-origin" };
  if (payload !== undefined) init.body = payload;
  if (options.signal) init.signal = options.signal;
  if (options.outlivesPage && typeof payload === "string") init.keepalive = payload.length < OUTLIVING_CHARS_MAX;
  const url = urlOf(path, options.query);
  const response = await reach(url, init);
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (!(await maySendAgain(problem, method, path))) throw problem;
  // The same command with the same key: what was refused goes on as if nothing had happened.
  const again = await reach(url, init);
  if (!again.ok) throw await problemOf(again);
  return again;
}

function reach(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, init).catch(lost);
}

/** What the network throws, before or in the middle of an answer; what the caller gave up itself stays that. */
export function lost(error: unknown): never {
  if (error instanceof DOMException && error.name === "AbortError") throw error;
  throw unreachable();
}

async function call<T>(method: string, path: string, body: unknown, options: WriteOptions): Promise<T> {
  const response = await send(method, path, body, options);
  const text = await response.text().catch(lost);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** What is no JSON. */
export const readBytes = async (path: string, options: CallOptions = {}): Promise<ArrayBuffer> => {
  const response = await send("GET", path, undefined, options);
  return response.arrayBuffer().catch(lost);
};

/** The answer as it comes, for what is too long to wait for as a whole. */
export const openAnswer = (path: string, body: unknown, options: WriteOptions = {}): Promise<Response> =>
  send("POST", path, body, options);

export const api = {
  get: <T>(path: string, options: CallOptions = {}) => call<T>("GET", path, undefined, options),
  post: <T>(path: string, body?: unknown, options: WriteOptions = {}) => call<T>("POST", path, body, options),
  put: <T>(path: string, body: unknown, options: WriteOptions = {}) => call<T>("PUT", path, body, options),
  patch: <T>(path: string, body: unknown, options: WriteOptions = {}) => call<T>("PATCH", path, body, options),
  delete: <T>(path: string, options: WriteOptions = {}) => call<T>("DELETE", path, undefined, options),
};
