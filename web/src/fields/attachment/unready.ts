import { useShallow } from "zustand/react/shallow";
import { useTranslation } from "@/i18n/words";
import { isOf, useUploadBook } from "@/ui/uploads/book";

/** Why something cannot be sent yet: files for it are on their way, or did not get through. `null`: it can. */
export function useUnready(key: string): string | null {
  const { t } = useTranslation("field");
  const standings = useUploadBook(
    useShallow(({ uploads }) => uploads.filter(isOf(key)).map(({ standing }) => standing.is)),
  );
  const count = (...names: readonly string[]) => standings.filter((one) => names.includes(one)).length;
  const failed = count("failed", "missing");
  if (failed > 0) return t("upload.unready.failed", { count: failed });
  const going = count("going", "waiting", "paused", "elsewhere");
  return going > 0 ? t("upload.unready.going", { count: going }) : null;
}
