// Everything an evaluation may look at. What is absent reads as the empty value.

import type { Values } from "../value";
import { type Datum, EMPTY, read } from "./datum";
import type { Scope } from "./scope";

export interface Env {
  readonly fields: (field: string) => Datum;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
  /** IANA name; turns instants into civil dates and back. */
  readonly zone: string;
  /** Who acts. */
  readonly user: string | null;
  readonly person: (id: string) => PersonFacts | null;
  readonly department: (id: string) => DepartmentFacts | null;
  readonly order: OrderFacts;
}

export interface PersonFacts {
  readonly name: string;
  /** The main department first. */
  readonly departments: readonly string[];
  /** The direct manager first, upwards. */
  readonly managers: readonly string[];
  readonly roles: readonly string[];
}

export interface DepartmentFacts {
  readonly name: string;
  readonly head: string | null;
  /** The parent first, upwards. */
  readonly above: readonly string[];
}

export interface OrderFacts {
  readonly record?: string;
  readonly serial?: string;
  readonly initiator?: string;
  readonly created?: number;
  readonly node?: string;
}

/** Fields, time and nothing else: no user, no directory, no order. */
export function environment(values: Values, scope: Scope, now: number, zone: string): Env {
  const fields = (field: string) => {
    const known = scope.get(field);
    return known ? read(values[field], known.kind) : EMPTY;
  };
  return { fields, now, zone, user: null, person: () => null, department: () => null, order: {} };
}
