// One form being filled: rules applied at every change, problems shown when it is their time.

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type CompiledForm, compileForm } from "@/model/fill/compile";
import { type Settled, settle } from "@/model/fill/settle";
import type { FormDefinition } from "@/model/form";
import type { Problem } from "@/model/problem";
import type { Values } from "@/model/value";
import { checkFilled, type Rights } from "./check";
import { useScene } from "./scene";

export interface Filling {
  form: CompiledForm;
  settled: Settled;
  /** What is shown now: of fields the person has left, of all after `checkAll`, and what the server said. */
  problems: readonly Problem[];
  /** Remembers that the person has been there. */
  leave: (field: string) => void;
  /** What the server said of a field no longer holds once it is changed. */
  touch: (field: string) => void;
  /** Shows every problem, and gives them. */
  checkAll: () => readonly Problem[];
}

const NONE: ReadonlySet<string> = new Set();

export function useFilling(
  definition: FormDefinition,
  values: Values,
  rights: Rights,
  fromServer: readonly Problem[],
): Filling {
  const scene = useScene();
  const { matrix, unnamed } = rights;
  const form = useMemo(() => compileForm(definition), [definition]);
  const settled = useMemo(() => settle(form, values, scene), [form, values, scene]);
  const own = useMemo(
    () => checkFilled(form, settled, { matrix, unnamed }, scene),
    [form, settled, matrix, unnamed, scene],
  );
  const [left, setLeft] = useState(NONE);
  const [touched, setTouched] = useState(NONE);
  const [isAllShown, setAllShown] = useState(false);
  const latest = useRef(own);
  latest.current = own;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer of the server begins anew
  useEffect(() => setTouched(NONE), [fromServer]);

  const leave = useCallback((field: string) => setLeft((fields) => including(fields, field)), []);
  const touch = useCallback((field: string) => setTouched((fields) => including(fields, field)), []);
  const checkAll = useCallback(() => {
    setAllShown(true);
    return latest.current;
  }, []);
  const problems = useMemo(() => {
    const said = fromServer.filter(({ place }) => !touched.has(place));
    const shown = own.filter(({ place }) => isAllShown || (left.has(place) && !isStillMissing(own, place)));
    const isSaid = ({ place }: Problem) => said.some((problem) => problem.place === place);
    return [...said, ...shown.filter((problem) => !isSaid(problem))];
  }, [fromServer, own, touched, left, isAllShown]);
  return { form, settled, problems, leave, touch, checkAll };
}

/** Walking through an empty field with Tab is no mistake yet; sending the form is. */
function isStillMissing(problems: readonly Problem[], field: string): boolean {
  return problems.some(({ place, code }) => place === field && code === "required");
}

function including(fields: ReadonlySet<string>, field: string): ReadonlySet<string> {
  return fields.has(field) ? fields : new Set([...fields, field]);
}
