// Attachments: bytes up in pieces, so that a lost network costs the last of them only; addresses down.

import { newId } from "@/model/id";
import type { FileValue } from "@/model/value";
import { api, maySendAgain, readBytes, urlOf } from "./client";
import { ApiProblem, problemOf, unreachable } from "./problem";

/** A file of up to so many bytes is one request. */
export const PIECE_BYTES = 2 * 1024 * 1024;
/** Longer than a piece takes on the slowest line, and shorter than a dead one takes to be noticed. */
const PIECE_MS_MAX = 3 * 60_000;

export interface UploadOptions {
  onProgress?: (sentBytes: number) => void;
  signal?: AbortSignal;
  /** Asked before every request: somebody else may have signed in in this browser meanwhile. `false`: it is not sent. */
  mayGo?: () => boolean;
}

/** How far the server is; `file`: it has all of it. */
interface Standing {
  offset: number;
  file?: FileValue;
}

const pathOf = (id: string): string => `/uploads/${id}`;

export const uploadFile = (file: File, options: UploadOptions = {}, id = newId()): Promise<FileValue> =>
  carry(file, id, 0, options);

/** Goes on from the byte that the server has; from the first when it knows nothing of it any more. */
export async function resumeUpload(file: File, options: UploadOptions, id: string): Promise<FileValue> {
  const { signal } = options;
  if (options.mayGo?.() === false) throw unreachable();
  const { offset } = await api.get<Standing>(pathOf(id), signal ? { signal } : {});
  return carry(file, id, offset, options);
}

/** The server need not wait for the rest. If it does not hear so, it finds out by itself. */
export function giveUpUpload(id: string): void {
  api.delete(pathOf(id)).catch(() => undefined);
}

async function carry(file: File, id: string, from: number, options: UploadOptions): Promise<FileValue> {
  let standing: Standing = { offset: from };
  while (!standing.file) {
    options.onProgress?.(standing.offset);
    if (options.mayGo?.() === false) throw unreachable();
    standing = await sendPiece(file, id, standing.offset, options);
  }
  return standing.file;
}

async function sendPiece(file: File, id: string, offset: number, options: UploadOptions): Promise<Standing> {
  try {
    return await send(file, id, offset, options);
  } catch (error) {
    if (!(error instanceof ApiProblem) || !(await maySendAgain(error, "PUT", pathOf(id)))) throw error;
    return send(file, id, offset, options);
  }
}

/** fetch cannot tell how much it has sent, so this one call uses XMLHttpRequest. */
function send(file: File, id: string, offset: number, { onProgress, signal }: UploadOptions): Promise<Standing> {
  const piece = file.slice(offset, offset + PIECE_BYTES);
  const [method, query] = offset === 0 ? ["PUT", { name: file.name, bytes: file.size }] : ["PATCH", { offset }];
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(method, urlOf(pathOf(id), query));
    call.setRequestHeader("X-Tessera", "1");
    call.setRequestHeader("Content-Type", "application/octet-stream");
    call.upload.onprogress = ({ loaded }) => onProgress?.(offset + Math.min(loaded, piece.size));
    call.timeout = PIECE_MS_MAX;
    call.onerror = () => reject(unreachable());
    call.ontimeout = () => reject(unreachable());
    call.onabort = () => reject(new DOMException("", "AbortError"));
    call.onload = () => {
      if (call.status < 300) resolve(JSON.parse(call.responseText) as Standing);
      else void refusalOf(call).then(reject);
    };
    signal?.throwIfAborted();
    signal?.addEventListener("abort", () => call.abort());
    call.send(piece);
  });
}

function refusalOf(call: XMLHttpRequest): Promise<ApiProblem> {
  const type = call.getResponseHeader("content-type") ?? "";
  const id = call.getResponseHeader("x-request-id") ?? "";
  return problemOf(
    new Response(call.responseText, { status: call.status, headers: { "content-type": type, "x-request-id": id } }),
  );
}

/** Files that never left this device, as the browser addresses them. */
const here = new Map<string, string>();

/** A file that is shown and never sent: of a form that is only tried. */
export function keptHere(file: File, id: string): FileValue {
  here.set(id, URL.createObjectURL(file));
  return { id, name: file.name, bytes: file.size, media: file.type || "application/octet-stream" };
}

export const isKeptHere = (id: string): boolean => here.has(id);

export function forgetKept(): void {
  for (const address of here.values()) URL.revokeObjectURL(address);
  here.clear();
}

/** `order`: through whose permission it is read; left out for one's own fresh upload. */
export const fileAddress = (id: string, order?: string): string => here.get(id) ?? urlOf(`/files/${id}`, { order });
export const readFile = (id: string, order: string | undefined, signal: AbortSignal): Promise<ArrayBuffer> =>
  readBytes(`/files/${id}`, { query: { order }, signal });
export const previewAddress = (id: string, order?: string): string =>
  here.get(id) ?? urlOf(`/files/${id}`, { order, inline: 1 });
export const thumbnailAddress = (id: string, order?: string): string =>
  here.get(id) ?? urlOf(`/files/${id}/thumbnail`, { order });
