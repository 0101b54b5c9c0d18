import { Switch } from "antd";
import { useTranslation } from "@/i18n/words";
import { ChoiceTiles } from "../choice/ChoiceTiles";
import type { EditProps } from "../registry";
import { switchText } from "./SwitchRead";
import styles from "./switch.module.css";

/** Not touched yet is no answer, and says so. Where an answer is required, yes and no stand side by side. */
export function SwitchEdit({ field, id, value, onChange, describedBy, ...rest }: EditProps<"switch">) {
  const { t } = useTranslation("field");
  if (field.required) {
    return (
      <ChoiceTiles
        id={id}
        type="radio"
        options={[true, false].map((isOn) => ({ id: String(isOn), label: switchText(isOn, field.control) }))}
        picked={typeof value === "boolean" ? [String(value)] : []}
        isInvalid={rest.isInvalid}
        describedBy={describedBy}
        onPick={(option) => onChange(String(value) === option ? null : option === "true")}
        onBlur={rest.onBlur}
      />
    );
  }
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
