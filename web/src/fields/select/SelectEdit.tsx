import { Select } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../choice/choice.module.css";
import { paintOf } from "../choice/OptionChip";
import type { EditProps } from "../registry";

export default function SelectEdit(props: EditProps<"select">) {
  const { field, id, value, onChange, onBlur, isInvalid, describedBy } = props;
  const { t } = useTranslation("field");
  const options = field.control.options.map((option) => ({ ...option, value: option.id }));
  return (
    <Select
      id={id}
      value={typeof value === "string" ? value : null}
      options={options}
      placeholder={t("choose")}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      status={isInvalid ? "error" : ""}
      aria-label={field.label}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      optionRender={({ data }) => (
        <span className={styles.option}>
          {data.color && <i className={styles.dot} style={paintOf(data.color)} />}
          {data.label}
        </span>
      )}
      onChange={(picked) => onChange(picked ?? null)}
      onBlur={onBlur}
    />
  );
}
