import { Switch } from "antd";
import { useTranslation } from "react-i18next";
import type { EditProps } from "../registry";
import { switchText } from "./SwitchRead";
import styles from "./switch.module.css";

/** Not touched yet is no answer: then it says so. */
export function SwitchEdit({ field, id, value, onChange, describedBy }: EditProps<"switch">) {
  const { t } = useTranslation("field");
  return (
    <span className={styles.line}>
      <Switch
        id={id}
        checked={value === true}
        aria-label={field.label}
        aria-describedby={describedBy}
        onChange={(isOn) => onChange(isOn)}
      />
      <span className={styles.word}>{typeof value === "boolean" ? switchText(value, field.control) : t("unset")}</span>
    </span>
  );
}
