import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import type { Keeping } from "./autosave";

/** Where the typed content is just now, spoken too. */
export function KeepingNote({ keeping }: { keeping: Keeping }) {
  const { t } = useTranslation("orders");
  const format = useFormat();
  const at = keeping.is === "saved" ? format.time(keeping.at) : "";
  return <span aria-live="polite">{keeping.is === "clean" ? "" : t(`keeping.${keeping.is}`, { at })}</span>;
}
