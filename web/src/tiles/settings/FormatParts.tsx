import { Input, InputNumber, Segmented, Switch } from "antd";
import { useTranslation } from "@/i18n/words";
import type { Problem } from "@/model/problem";
import { DECIMALS_MAX, NUMBER_SIGN_CHARS_MAX, type NumberFormat } from "@/model/report";
import { PropertyRow } from "@/ui/designer/PropertyRow";
import { type NumberLook, signsOf } from "../number_text";
import styles from "./FormatRows.module.css";
import { problemAt } from "./problem_at";

export interface FormatPartsProps {
  look: NumberLook;
  problems: readonly Problem[];
  change: (part: NumberFormat) => void;
}

const LARGE = ["auto", "whole", "short"] as const;

/** What is not chosen stands in grey, as the field says. */
export function FormatParts({ look, problems, change }: FormatPartsProps) {
  const { t } = useTranslation("tiles");
  const own = look.own ?? {};
  const has = (part: keyof NumberFormat): boolean => own[part] !== undefined && own[part] !== null;
  const reset = (part: keyof NumberFormat) => (has(part) ? { onReset: () => change({ [part]: null }) } : {});
  const given = signsOf({ ...look, own: null });
  const sign = (part: "prefix" | "suffix") => (
    <PropertyRow label={t(`format.${part}`)} problem={problemAt(problems, `format.${part}`)} {...reset(part)}>
      {(id) => (
        <Input
          id={id}
          value={own[part] ?? ""}
          maxLength={NUMBER_SIGN_CHARS_MAX}
          placeholder={(has(part) ? "" : given[part]) || t("format.none")}
          onChange={({ target }) => change({ [part]: target.value })}
        />
      )}
    </PropertyRow>
  );
  return (
    <>
      <PropertyRow
        label={t("format.decimals")}
        name="format.decimals"
        problem={problemAt(problems, "format.decimals")}
        {...reset("decimals")}
      >
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            max={DECIMALS_MAX}
            precision={0}
            value={own.decimals ?? null}
            placeholder={t("format.atMost", { count: look.decimals })}
            onChange={(decimals) => change({ decimals })}
          />
        )}
      </PropertyRow>
      <PropertyRow label={t("format.large")} help={t("format.largeHelp")}>
        {(id) => (
          <Segmented<(typeof LARGE)[number]>
            id={id}
            block
            size="small"
            value={own.large ?? "auto"}
            options={LARGE.map((value) => ({ value, label: t(`format.larges.${value}`) }))}
            onChange={(large) => change({ large: large === "auto" ? null : large })}
          />
        )}
      </PropertyRow>
      <PropertyRow label={t("format.thousands")} isInline>
        {(id) => (
          <Switch
            id={id}
            checked={own.thousands ?? true}
            onChange={(isOn) => change({ thousands: isOn ? null : false })}
          />
        )}
      </PropertyRow>
      {look.kind !== "percent" && (
        <PropertyRow label={t("format.percent")} help={t("format.percentHelp")} isInline>
          {(id) => (
            <Switch
              id={id}
              checked={own.percent ?? false}
              onChange={(isOn) => change(isOn ? { percent: true } : { percent: null })}
            />
          )}
        </PropertyRow>
      )}
      <div className={styles.signs}>
        {sign("prefix")}
        {sign("suffix")}
      </div>
    </>
  );
}
