import styles from "./AccessTable.module.css";

interface AccessSelectProps<A extends string> {
  label: string;
  access: A;
  accesses: readonly A[];
  word: (access: A) => string;
  /** It is not what it usually is. */
  isChanged: boolean;
  onChoose: (access: A) => void;
}

/** What may be done with one field by one of those across. */
export function AccessSelect<A extends string>(props: AccessSelectProps<A>) {
  const { label, access, accesses, word, isChanged, onChoose } = props;
  return (
    <select
      className={styles.access}
      data-access={access}
      data-changed={isChanged}
      aria-label={label}
      value={access}
      onChange={({ target }) => onChoose(target.value as A)}
    >
      {accesses.map((one) => (
        <option key={one} value={one}>
          {word(one)}
        </option>
      ))}
    </select>
  );
}
