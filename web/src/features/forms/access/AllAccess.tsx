import { useTranslation } from "@/i18n/words";
import type { FieldAccess } from "@/model/form";
import styles from "./AccessTable.module.css";

interface AllAccessProps {
  /** Whose cells these are. */
  label: string;
  accesses: readonly FieldAccess[];
  onChoose: (access: FieldAccess) => void;
}

/** Sets every cell of a row or a column. It holds no value of its own: the cells show theirs. */
export function AllAccess({ label, accesses, onChoose }: AllAccessProps) {
  const { t } = useTranslation("forms");
  return (
    <select
      className={styles.all}
      aria-label={label}
      title={label}
      value=""
      onChange={({ target }) => onChoose(target.value as FieldAccess)}
    >
      <option value="" hidden>
        {t("access.all")}
      </option>
      {accesses.map((access) => (
        <option key={access} value={access}>
          {t(`access.${access}`)}
        </option>
      ))}
    </select>
  );
}
