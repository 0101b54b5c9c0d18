import { useTranslation } from "@/i18n/words";
import styles from "./AccessTable.module.css";

interface AllAccessProps<A extends string> {
  /** Whose cells these are. */
  label: string;
  accesses: readonly A[];
  word: (access: A) => string;
  onChoose: (access: A) => void;
}

/** Sets every cell of a row or a column. It holds no value of its own: the cells show theirs. */
export function AllAccess<A extends string>({ label, accesses, word, onChoose }: AllAccessProps<A>) {
  const { t } = useTranslation("forms");
  return (
    <select
      className={styles.all}
      aria-label={label}
      title={label}
      value=""
      onChange={({ target }) => onChoose(target.value as A)}
    >
      <option value="" hidden>
        {t("access.all")}
      </option>
      {accesses.map((access) => (
        <option key={access} value={access}>
          {word(access)}
        </option>
      ))}
    </select>
  );
}
