import type { Choice } from "@/model/form";
import styles from "./choice.module.css";
import { paintOf } from "./OptionChip";

interface ChoiceTilesProps {
  id: string;
  type: "radio" | "checkbox";
  options: readonly Choice[];
  picked: readonly string[];
  isInvalid: boolean;
  describedBy: string | undefined;
  onPick: (option: string) => void;
  onBlur: () => void;
}

/** Options side by side; each is as large as a thumb. A picked radio option is let go by pressing it again. */
export function ChoiceTiles({ id, type, options, picked, isInvalid, describedBy, onPick, onBlur }: ChoiceTilesProps) {
  return (
    <fieldset
      id={id}
      {...(type === "radio" && { role: "radiogroup" })}
      className={styles.tiles}
      data-invalid={isInvalid}
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onBlur()}
    >
      {options.map((option) => (
        <label
          key={option.id}
          className={styles.tile}
          style={paintOf(option.color)}
          data-colored={!!option.color}
          data-picked={picked.includes(option.id)}
        >
          <input
            type={type}
            name={id}
            checked={picked.includes(option.id)}
            onChange={() => onPick(option.id)}
            onClick={() => type === "radio" && picked.includes(option.id) && onPick(option.id)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
