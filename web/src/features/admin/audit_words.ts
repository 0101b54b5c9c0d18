// The log in sentences. The server says what happened by code and name; a code this version does not know reads as it is.

import type { AuditChange } from "@/api/audit";
import { i18n } from "@/i18n/i18n";

/** The name would only repeat the person, or the organisation. */
const NAMELESS: ReadonlySet<string> = new Set(["session_opened", "setting_saved"]);

const WAY = /^(\d+) (key_file|passphrase|recovery|credential)$/;

/** `3 passphrase`, as people call it. */
function nameText(name: string): string {
  const [, slot, kind] = WAY.exec(name) ?? [];
  if (!slot) return name;
  const words = {
    slot: i18n.t("key.slot", { ns: "admin", slot }),
    kind: i18n.t(`key.kind.${kind}` as never, { ns: "admin" }),
  };
  return `${words.slot} · ${String(words.kind)}`;
}

/** `{ code: "user_saved", name: "Wang", count: 3 }` as "saved the member “Wang” and 2 more". */
export function changeText({ code, name, count = 1 }: AuditChange): string {
  const isKnown = i18n.exists(`audit.code.${code}`, { ns: "admin" });
  const key = isKnown ? `audit.code.${code}` : "audit.other";
  const what = String(i18n.t(key as never, { ns: "admin", code: code.replaceAll("_", " "), count } as never));
  const isNamed = name && !NAMELESS.has(code);
  const called = code.startsWith("key_slot_") ? nameText(name) : name;
  const named = isNamed ? i18n.t("audit.named", { ns: "admin", what, name: called }) : what;
  // How many records is a part of the sentence.
  const isCounted = code.startsWith("records_exported_");
  return count > 1 && !isCounted ? i18n.t("audit.several", { ns: "admin", what: named, count }) : named;
}

/** The heading of a day: with its weekday. */
export function dayOf(at: number, language: string): string {
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en", { dateStyle: "full" }).format(at);
}
