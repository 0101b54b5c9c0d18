// What the server says when it says no (RFC 9457), and what we say when it did not answer at all.

import type { Problem } from "@/model/problem";

export interface ProblemBody {
  status: number;
  /** Stable; the translations are keyed by it. */
  code: string;
  title: string;
  detail: string;
  /** What the sentence needs: `{ retry_at: 1764000000000 }`. */
  data: Record<string, unknown>;
  /** Of bad data: every place that is wrong, at once. */
  problems: Problem[];
  request_id: string;
}

/** Thrown by every call of the API. `status` 0: the network failed before an answer came. */
export class ApiProblem extends Error implements ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly data: Record<string, unknown>;
  readonly problems: Problem[];
  readonly request_id: string;

  constructor(body: ProblemBody) {
    super(`${body.status} ${body.code}`);
    this.name = "ApiProblem";
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.data = body.data;
    this.problems = body.problems;
    this.request_id = body.request_id;
  }

  get isOffline(): boolean {
    return this.status === 0;
  }

  /** The data is fine; somebody else changed it first. */
  get isConflict(): boolean {
    return this.status === 409 || this.status === 412;
  }

  /** Worth trying again without changing anything. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

/** Somebody else changed it since it was read. */
export const isStale = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === "stale_revision" || error.status === 412);

/** What was seen before is not to be seen any more. */
export const isForbidden = (error: unknown): boolean => error instanceof ApiProblem && error.status === 403;

const EMPTY: ProblemBody = {
  status: 0,
  code: "unreachable",
  title: "",
  detail: "",
  data: {},
  problems: [],
  request_id: "",
};

export function unreachable(): ApiProblem {
  return new ApiProblem(EMPTY);
}

/** Known by its code alone: what a list of answers says of one of them, or what the browser finds by itself. */
export function problemOfCode(status: number, code: string, title = ""): ApiProblem {
  return new ApiProblem({ ...EMPTY, status, code, title });
}

/** Reads a refusal; a body that is no problem document (a proxy's page) still gives a problem with the status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const request_id = response.headers.get("x-request-id") ?? "";
  const plain = { ...EMPTY, status: response.status, code: `http_${response.status}`, request_id };
  if (!(response.headers.get("content-type") ?? "").includes("json")) return new ApiProblem(plain);
  try {
    const body = (await response.json()) as Partial<ProblemBody>;
    return new ApiProblem({
      ...plain,
      ...body,
      status: response.status,
      data: body.data ?? {},
      problems: body.problems ?? [],
    });
  } catch {
    return new ApiProblem(plain);
  }
}
