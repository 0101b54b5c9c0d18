import { Input } from "antd";
import styles from "./settings.module.css";

interface FormulaInputProps {
  label: string;
  value: string;
  onChange: (formula: string) => void;
}

export function FormulaInput({ label, value, onChange }: FormulaInputProps) {
  return (
    <Input.TextArea
      className={styles.formula}
      aria-label={label}
      autoSize={{ minRows: 2, maxRows: 8 }}
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
