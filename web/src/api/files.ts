// Attachments: bytes up with progress, addresses down.

import { newId } from "@/model/id";
import type { FileValue } from "@/model/value";
import { maySendAgain, urlOf } from "./client";
import { ApiProblem, problemOf, unreachable } from "./problem";

export interface UploadOptions {
  onProgress?: (sentBytes: number, totalBytes: number) => void;
  signal?: AbortSignal;
}

export async function uploadFile(file: File, options: UploadOptions = {}): Promise<FileValue> {
  const key = newId();
  try {
    return await carry(file, key, options);
  } catch (error) {
    if (!(error instanceof ApiProblem) || !(await maySendAgain(error, "POST", "/files"))) throw error;
    return carry(file, key, options);
  }
}

/** fetch cannot tell how much it has sent, so this one call uses XMLHttpRequest. */
function carry(file: File, key: string, { onProgress, signal }: UploadOptions): Promise<FileValue> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", urlOf("/files", { name: file.name }));
    call.setRequestHeader("X-Tessera", "1");
    call.setRequestHeader("Idempotency-Key", key);
    call.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    call.upload.onprogress = ({ loaded, total }) => onProgress?.(loaded, total);
    call.onerror = () => reject(unreachable());
    call.onabort = () => reject(new DOMException("", "AbortError"));
    call.onload = () => {
      if (call.status < 300) resolve(JSON.parse(call.responseText) as FileValue);
      else void refusalOf(call).then(reject);
    };
    signal?.addEventListener("abort", () => call.abort());
    call.send(file);
  });
}

function refusalOf(call: XMLHttpRequest): Promise<ApiProblem> {
  const type = call.getResponseHeader("content-type") ?? "";
  const id = call.getResponseHeader("x-request-id") ?? "";
  return problemOf(
    new Response(call.responseText, { status: call.status, headers: { "content-type": type, "x-request-id": id } }),
  );
}

/** `order`: through whose permission it is read; left out for one's own fresh upload. */
export const fileAddress = (id: string, order?: string): string => urlOf(`/files/${id}`, { order });
export const previewAddress = (id: string, order?: string): string => urlOf(`/files/${id}`, { order, inline: 1 });
export const thumbnailAddress = (id: string, order?: string): string => urlOf(`/files/${id}/thumbnail`, { order });
