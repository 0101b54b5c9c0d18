import { BookmarkPlus, ListOrdered } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { OrderVerb } from "@/model/order";
import { isNewPhrase, offeredPhrases, usualPhrases, withPhrase } from "@/model/phrase";
import { cx } from "./cx";
import styles from "./PhraseRow.module.css";
import { keepAsPhrase, useOwnPhrases } from "./phrases";

const PhraseSheet = lazy(() => import("./PhraseSheet"));

export interface PhraseRowProps {
  /** What the opinion comes with. */
  verb: OrderVerb;
  text: string;
  onChange: (text: string) => void;
}

/** Phrases to put behind what is written, and what is written to keep as one. */
export function PhraseRow({ verb, text, onChange }: PhraseRowProps) {
  const { t } = useTranslation("orders");
  const own = useOwnPhrases();
  const [isManaging, setManaging] = useState(false);
  const usual = usualPhrases(verb).map((name) => t(`phrase.${name}`));
  const offered = offeredPhrases(own, usual);
  return (
    <div className={styles.row}>
      <fieldset className={styles.offered} aria-label={t("phrases.label")}>
        {offered.map((phrase) => (
          <button
            key={phrase}
            type="button"
            className={styles.press}
            title={phrase}
            onClick={() => onChange(withPhrase(text, phrase))}
          >
            <span className={styles.chip}>{phrase}</span>
          </button>
        ))}
      </fieldset>
      {isNewPhrase(text, offered) && (
        <button type="button" className={styles.press} onClick={() => void keepAsPhrase(text)}>
          <span className={cx(styles.chip, styles.deed)}>
            <BookmarkPlus size={14} aria-hidden="true" />
            {t("phrases.keep")}
          </span>
        </button>
      )}
      {own.length > 0 && (
        <button type="button" className={styles.press} onClick={() => setManaging(true)}>
          <span className={cx(styles.chip, styles.deed)}>
            <ListOrdered size={14} aria-hidden="true" />
            {t("phrases.manage")}
          </span>
        </button>
      )}
      {isManaging && (
        <Suspense>
          <PhraseSheet onClose={() => setManaging(false)} />
        </Suspense>
      )}
    </div>
  );
}
