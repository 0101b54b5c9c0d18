// The history of an order in sentences. The server says what happened by kind and data; kinds that this version does not
// know yet read as a plain "something happened at this step".

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { directoryQuery } from "@/api/directory";
import { i18n } from "@/i18n/i18n";
import type { FormDefinition } from "@/model/form";
import type { HistoryEntry } from "@/model/order";
import type { Value } from "@/model/value";
import type { Tone } from "@/ui/StateTag";
import { useValueWords, valueText } from "@/ui/value_text";

const TONES: Record<string, Tone> = {
  submitted: "info",
  approved: "success",
  completed: "success",
  rejected: "danger",
  returned: "warning",
  recalled: "warning",
  withdrawn: "warning",
  terminated: "danger",
  incident_raised: "danger",
  incident_resolved: "success",
  overdue: "warning",
  ended: "success",
};

export const toneOf = ({ kind }: HistoryEntry): Tone => TONES[kind] ?? "neutral";

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : typeof value === "string" ? [value] : [];

/** One condition that a fork tried: `{ edge, holds, inputs: [[field, value]…] }`. */
interface Tried {
  label?: string;
  condition?: string;
  holds: boolean;
  inputs: [string, Value][];
}

function triedOf(data: HistoryEntry["data"]): Tried[] {
  return Array.isArray(data?.tried) ? (data.tried as Tried[]) : [];
}

export interface HistoryWords {
  /** Who did what, where. */
  title: (entry: HistoryEntry) => string;
  /** Why: the inputs of a branch, one line per condition. */
  reasons: (entry: HistoryEntry) => string[];
}

export function useHistoryWords(form: FormDefinition): HistoryWords {
  const { t } = useTranslation("orders");
  const { data: directory } = useQuery(directoryQuery);
  const words = useValueWords();
  return useMemo(() => {
    const fields = new Map(form.fields.map((field) => [field.id, field]));
    const names = new Map(directory?.users.map(({ id, name }) => [id, name]));
    const nameOf = (id: string): string => names.get(id) ?? t("history.somebody");
    const title = (entry: HistoryEntry): string => {
      const people = [...strings(entry.data?.users), ...strings(entry.data?.to), ...strings(entry.data?.candidates)];
      const parameters = {
        who: entry.by ? nameOf(entry.by) : t("history.system"),
        step: entry.node_name ?? "",
        to: people.map(nameOf).join("、"),
        edge: typeof entry.data?.label === "string" ? entry.data.label : "",
      };
      const key = `history.kind.${entry.kind}`;
      return String(t((i18n.exists(key, { ns: "orders" }) ? key : "history.kind.other") as never, parameters as never));
    };
    const reasons = (entry: HistoryEntry): string[] =>
      triedOf(entry.data).map(({ label, condition, holds, inputs }) => {
        const seen = inputs.map(([id, value]) => {
          const field = fields.get(id);
          const text = field ? valueText(value, field.control, words) : String(value ?? "");
          return t("history.input", { field: field?.label ?? id, value: text || "—" });
        });
        const what = [label || condition || "", seen.join(t("history.and"))].filter(Boolean).join(" · ");
        return t(holds ? "history.held" : "history.failed", { what });
      });
    return { title, reasons };
  }, [form, directory, words, t]);
}
