// The history of an order in sentences. The server says what happened by kind and data; kinds that this version does not
// know yet read as a plain "something happened at this step".

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { directoryQuery } from "@/api/directory";
import { i18n } from "@/i18n/i18n";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { HistoryEntry } from "@/model/order";
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
  migrated: "info",
  ended: "success",
};

export const toneOf = ({ kind }: HistoryEntry): Tone => TONES[kind] ?? "neutral";

/** The sentence that says most: the plain one of the kind, or the one with what else is known. */
export function sentenceOf({ kind, data }: HistoryEntry): string {
  if (kind === "returned" && data?.target_name) return "returned_to";
  if (kind === "completed" && data?.label) return "completed_as";
  if (kind === "withdrawn" && data?.way) return `withdrawn_${data.way}`;
  if (kind === "ended" && data?.outcome) return `ended_${data.outcome}`;
  if (kind === "edited" && data?.fields?.length) return "edited_fields";
  return kind;
}

export interface HistoryWords {
  nameOf: (user: string | null | undefined) => string;
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
    const people = new Map(directory?.users.map(({ id, name }) => [id, name]));
    const nameOf = (id: string | null | undefined): string => people.get(id ?? "") ?? t("history.somebody");
    const names = (ids: readonly string[] = []) => ids.map(nameOf).join(t("history.list"));
    const title = (entry: HistoryEntry): string => {
      const { data = {} } = entry;
      const parameters = {
        who: entry.by ? nameOf(entry.by) : t("history.system"),
        step: entry.node_name ?? "",
        to: names([...(data.to ?? []), ...(data.candidates ?? [])]),
        label: data.label ?? "",
        target: data.target_name ?? "",
        from: String(data.versions?.[0] ?? ""),
        version: String(data.versions?.[1] ?? ""),
        fields: (data.fields ?? []).map((id) => fields.get(id)?.label ?? id).join(t("history.list")),
      };
      return sentence("kind", sentenceOf(entry), parameters) ?? String(t("history.kind.other", parameters));
    };
    const reasons = ({ data = {} }: HistoryEntry): string[] => {
      const tried = (data.tried ?? []).map(({ label, holds, inputs }) => {
        const seen = inputs.map(([id, value]) => {
          const field = fields.get(id);
          const text = field ? valueText(value, field.control, words) : String(value ?? "");
          return t("history.input", { field: field?.label ?? id, value: text || "—" });
        });
        const what = [label, seen.join(t("history.and"))].filter(Boolean).join(" · ");
        return t(holds ? "history.held" : "history.failed", { what });
      });
      const incident = data.incident ? sentence("incident", data.incident) : null;
      const mentioned = data.mentions?.length ? t("history.mentioned", { to: names(data.mentions) }) : null;
      return [...tried, incident, mentioned].filter((line) => line !== null);
    };
    /** `null` where this version has no words for it yet. */
    function sentence(group: "kind" | "incident", name: string, parameters: Record<string, string> = {}) {
      const key = `history.${group}.${name}`;
      return i18n.exists(key, { ns: "orders" }) ? String(t(key as never, parameters as never)) : null;
    }
    return { nameOf, title, reasons };
  }, [form, directory, words, t]);
}
