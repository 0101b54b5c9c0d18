import { ChevronDown } from "lucide-react";
import { useContext, useId, useState } from "react";
import { useTranslation } from "@/i18n/words";
import type { NumberFormat } from "@/model/report";
import { PropertySearchContext } from "@/ui/designer/property_search";
import { useFormat } from "@/ui/format";
import { numberText } from "../number_text";
import { FormatParts } from "./FormatParts";
import styles from "./FormatRows.module.css";
import { formatWith, isNumeric, lookOf } from "./number_format";
import { problemAt } from "./problem_at";
import type { QueryRowsProps } from "./QuerySettings";

const EXAMPLE = 12_345.678;
const EXAMPLE_SHARE = 0.12345;

/** How the measure's numbers are written: an example beside the measure, which opens what can be chosen. */
export function FormatRows({ chart, form, set, problems }: QueryRowsProps) {
  const { t } = useTranslation("tiles");
  const format = useFormat();
  const parts = useId();
  const { text } = useContext(PropertySearchContext);
  const [isOpen, setOpen] = useState(false);
  const isWrong = problemAt(problems, "format") !== undefined;
  if (!isNumeric(chart.measure, form)) return null;
  const look = lookOf(chart, form);
  const example = chart.format?.percent || look.kind === "percent" ? EXAMPLE_SHARE : EXAMPLE;
  const value = look.kind === "percent" ? example * 100 : example;
  const [whole, short] = (["room", "little"] as const).map((place) => numberText(value, look, place, format));
  const isShown = isOpen || isWrong || text !== "";
  return (
    <>
      <button
        type="button"
        className={styles.chip}
        aria-expanded={isShown}
        aria-controls={parts}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={styles.label}>{t("format.label")}</span>
        <span className={styles.example}>{whole === short ? whole : `${whole} · ${short}`}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      <div id={parts} className={styles.parts} hidden={!isShown}>
        {isShown && (
          <FormatParts
            look={look}
            problems={problems}
            change={(part: NumberFormat) => set({ format: formatWith(chart.format, part) }, "format")}
          />
        )}
      </div>
    </>
  );
}
