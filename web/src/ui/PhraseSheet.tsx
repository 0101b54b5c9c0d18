import { X } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "@/i18n/words";
import { BottomSheet } from "./BottomSheet";
import { IconButton } from "./IconButton";
import { ListGrip } from "./ListGrip";
import styles from "./PhraseSheet.module.css";
import { dropPhrase, placePhrase, useOwnPhrases } from "./phrases";

/** One's own phrases: their order, and which of them go. */
export default function PhraseSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("orders");
  const own = useOwnPhrases();
  const isEmpty = own.length === 0;
  useEffect(() => {
    if (isEmpty) onClose();
  }, [isEmpty, onClose]);
  return (
    <BottomSheet open onClose={onClose} title={t("phrases.title")}>
      <ol className={styles.list}>
        {own.map((phrase, at) => (
          <li key={phrase} className={styles.phrase}>
            <ListGrip
              label={phrase}
              at={at}
              onMove={(gap) => {
                const to = gap > at ? gap - 1 : gap;
                if (to !== at && to < own.length) void placePhrase(phrase, to);
              }}
            />
            <span className={styles.text}>{phrase}</span>
            <IconButton
              label={t("phrases.remove", { phrase })}
              icon={<X size={16} />}
              onClick={() => void dropPhrase(phrase)}
            />
          </li>
        ))}
      </ol>
    </BottomSheet>
  );
}
