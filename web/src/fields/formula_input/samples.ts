// What a formula is tried with: sensible values until somebody gives others, which stay as long as the designer is open.

import { createContext, useContext, useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { formulaTypeOf } from "@/model/fill/scope";
import type { Scene } from "@/model/fill/settle";
import type { Control, Field } from "@/model/form";
import { dayOf, local } from "@/model/formula/civil";
import { showDate } from "@/model/formula/moment";
import type { Value } from "@/model/value";

/** What somebody gave, by field and type: a field that becomes another kind begins anew. */
type Given = Record<string, Value>;

export const newSamples = (): StoreApi<Given> => createStore<Given>(() => ({}));

/** Those of the open designer. */
export const Samples = createContext<StoreApi<Given> | null>(null);

const DAY_MS = 86_400_000;

/** What stands for any text, and the day: of several days each is another, so that a span between them is one. */
interface Usual {
  text: string;
  day: number;
}

export function sampleOf(control: Control, scene: Scene, { text, day }: Usual): Value {
  const { zone, user, person } = scene;
  const now = scene.now + day * DAY_MS;
  switch (control.kind) {
    case "text":
    case "textarea":
    case "serial":
      return text;
    case "number":
    case "percent":
      return bounded("10", control);
    case "money":
      return bounded("100", control);
    case "rating":
      return String(Math.min(4, control.stars));
    case "date":
      return showDate(dayOf(local(now, zone)));
    case "datetime":
      return now;
    case "radio":
    case "select":
    case "checkbox":
      return control.options[0]?.id ?? null;
    case "switch":
      return true;
    case "user":
      return user;
    case "dept":
      return (user && person(user)?.departments[0]) || null;
    case "image":
    case "file":
      return null;
    case "formula":
      return ofResult(control.result, now, zone, text);
  }
}

function bounded(usual: string, { min, max }: { min: string | null; max: string | null }): string {
  if (min !== null && Number(min) > Number(usual)) return min;
  return max !== null && Number(max) < Number(usual) ? max : usual;
}

function ofResult(result: Extract<Control, { kind: "formula" }>["result"], now: number, zone: string, text: string) {
  switch (result) {
    case "text":
      return text;
    case "number":
      return "10";
    case "bool":
      return true;
    case "date":
      return showDate(dayOf(local(now, zone)));
    case "datetime":
      return now;
  }
}

const keyOf = ({ id, control }: Field): string => `${id} ${formulaTypeOf(control).kind}`;

export function useSamples(scene: Scene, text: string) {
  const shared = useContext(Samples);
  const [own] = useState(newSamples);
  const store = shared ?? own;
  const given = useStore(store);
  return {
    /** `day`: which of several fields it is. */
    valueFor: (field: Field, day: number): Value => {
      const key = keyOf(field);
      return key in given ? (given[key] ?? null) : sampleOf(field.control, scene, { text, day });
    },
    give: (field: Field, value: Value) => store.setState({ [keyOf(field)]: value }),
  };
}
