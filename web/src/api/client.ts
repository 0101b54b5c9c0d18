// The one door to the server. Every call goes to /api/v1 on our own origin with the session cookie; a custom header
// keeps other sites from writing on a person's behalf. Answers are parsed JSON, trouble is an ApiProblem.

import { newId } from "@/model/id";
import { problemOf, unreachable } from "./problem";

export const API = "/api/v1";

export type Query = Record<string, string | number | boolean | readonly string[] | undefined | null>;

export interface CallOptions {
  query?: Query;
  signal?: AbortSignal;
}

export interface WriteOptions extends CallOptions {
  /** The id of the command. Make it once per intent (not per attempt), so that a second tap changes nothing. */
  key?: string;
  /** The revision the change is based on; the server answers 412 when it has moved on. */
  revision?: string | number;
}

let whenSignedOut: () => void = () => undefined;

/** The app says where to go when the session has ended. */
export function onSignedOut(action: () => void): void {
  whenSignedOut = action;
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
  const response = await fetch(urlOf(path, options.query), init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw unreachable();
  });
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.status === 401 && path !== "/session") whenSignedOut();
  throw problem;
}

async function call<T>(method: string, path: string, body: unknown, options: WriteOptions): Promise<T> {
  const response = await send(method, path, body, options);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const api = {
  get: <T>(path: string, options: CallOptions = {}) => call<T>("GET", path, undefined, options),
  post: <T>(path: string, body?: unknown, options: WriteOptions = {}) => call<T>("POST", path, body, options),
  put: <T>(path: string, body: unknown, options: WriteOptions = {}) => call<T>("PUT", path, body, options),
  patch: <T>(path: string, body: unknown, options: WriteOptions = {}) => call<T>("PATCH", path, body, options),
  delete: <T>(path: string, options: WriteOptions = {}) => call<T>("DELETE", path, undefined, options),
};
