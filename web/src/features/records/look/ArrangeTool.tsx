import { Segmented, Switch } from "antd";
import { Rows3 } from "lucide-react";
import { useId } from "react";
import { useTranslation } from "@/i18n/words";
import { ROW_HEIGHTS } from "@/model/report";
import { ToolPanel } from "@/ui/ToolPanel";
import styles from "./records.module.css";
import type { Arranged } from "./use_arrangement";

/** How high the rows are, and whether totals stand under them. */
export function ArrangeTool({ arranged: { arrangement, arrange }, isSmall }: { arranged: Arranged; isSmall: boolean }) {
  const { t } = useTranslation("records");
  const id = useId();
  return (
    <ToolPanel label={t("grid.rows")} icon={<Rows3 size={16} />} isSmall={isSmall} isSlim>
      <div className={styles.arrange}>
        <Segmented
          block
          aria-label={t("grid.height")}
          value={arrangement.height}
          options={ROW_HEIGHTS.map((value) => ({ value, label: t(`grid.heights.${value}`) }))}
          onChange={(height) => arrange({ height })}
        />
        <label className={styles.arrangeLine} htmlFor={id}>
          {t("grid.showTotals")}
          <Switch id={id} checked={arrangement.summed} onChange={(summed) => arrange({ summed })} />
        </label>
      </div>
    </ToolPanel>
  );
}
