import { useTranslation } from "@/i18n/words";
import type { Keeping } from "./work";

/** Where the typed content is just now, spoken too. */
export function KeepingNote({ keeping }: { keeping: Keeping }) {
  const { t } = useTranslation("orders");
  return <span aria-live="polite">{keeping === "clean" ? "" : t(`keeping.${keeping}`)}</span>;
}
