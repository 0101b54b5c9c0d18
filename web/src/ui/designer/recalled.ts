import { useEffect } from "react";
import { useTranslation } from "@/i18n/words";
import { toast } from "../toast";

/** Says once that the document was opened with what this device had kept. */
export function useRecalled(isRecalled: boolean): void {
  const { t } = useTranslation("designer");
  useEffect(() => {
    if (isRecalled) toast.info(t("save.recalled"));
  }, [isRecalled, t]);
}
