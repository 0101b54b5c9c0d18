import type { ReadProps } from "../registry";
import styles from "./choice.module.css";
import { OptionChip } from "./OptionChip";
import { pickedOf } from "./options";

export function ChoiceRead({ field, value }: ReadProps<"radio"> | ReadProps<"select"> | ReadProps<"checkbox">) {
  return (
    <span className={styles.picked}>
      {pickedOf(value).map((id) => (
        <OptionChip key={id} id={id} options={field.control.options} />
      ))}
    </span>
  );
}
