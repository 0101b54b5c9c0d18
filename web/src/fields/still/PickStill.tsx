import { ChevronDown } from "lucide-react";
import { useTranslation } from "@/i18n/words";
import { StillBox } from "./StillBox";

/** A list that would open, with what is picked from it. */
export function PickStill({ text }: { text: string }) {
  const { t } = useTranslation("field");
  return (
    <StillBox text={text} placeholder={t("choose")} suffix={<ChevronDown size={14} color="var(--text-faint)" />} />
  );
}
