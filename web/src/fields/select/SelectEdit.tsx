import { Select } from "antd";
import { useTranslation } from "@/i18n/words";
import type { Choice } from "@/model/form";
import { useByName } from "@/ui/by_name";
import { PickSheet } from "@/ui/PickSheet";
import { useIsPhone } from "@/ui/viewport";
import styles from "../choice/choice.module.css";
import { paintOf } from "../choice/OptionChip";
import { pickedOf } from "../choice/options";
import type { EditProps } from "../registry";

export default function SelectEdit(props: EditProps<"select">) {
  const { field, id, value, onChange, onBlur, isInvalid, describedBy } = props;
  const { t } = useTranslation("field");
  const byName = useByName();
  const isPhone = useIsPhone();
  if (isPhone) {
    return (
      <PickSheet
        {...{ id, isInvalid, describedBy, onBlur }}
        label={field.label}
        placeholder={t("choose")}
        picks={field.control.options.map((option) => ({
          ...option,
          value: option.id,
          ...(option.color && { sign: <Dot {...option} /> }),
        }))}
        picked={pickedOf(value)}
        many={false}
        onPick={([picked]) => onChange(picked ?? null)}
      />
    );
  }
  const options = field.control.options.map((option) => ({ ...option, value: option.id }));
  return (
    <Select
      id={id}
      value={typeof value === "string" ? value : null}
      options={options}
      placeholder={t("choose")}
      allowClear
      showSearch={byName}
      status={isInvalid ? "error" : ""}
      aria-label={field.label}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      optionRender={({ data }) => (
        <span className={styles.option}>
          <Dot {...data} />
          {data.label}
        </span>
      )}
      onChange={(picked) => onChange(picked ?? null)}
      onBlur={onBlur}
    />
  );
}

function Dot({ color }: Pick<Choice, "color">) {
  return color && <i className={styles.dot} style={paintOf(color)} />;
}
