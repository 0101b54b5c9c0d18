import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ComponentType, memo, Suspense } from "react";
import { type TileData, tileQuery } from "@/api/boards";
import { isForbidden } from "@/api/problem";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import type { Chart, Condition } from "@/model/report";
import { DataTable } from "./DataTable";
import { isAlike, isBlank, truncationOf } from "./reading";
import type { OpenBehind, TileViewProps } from "./registry";
import styles from "./TileBody.module.css";
import { TileBlank, TileBones, TileStale, TileTrouble } from "./TileStates";
import { isFigure, tileType } from "./table";

export interface TileBodyProps {
  chart: Chart;
  title: string;
  /** Of the board and of the person looking, together. */
  filters: Condition[];
  form: FormDefinition | undefined;
  onOpen?: OpenBehind | undefined;
  /** Numbers instead of the drawing. */
  isTable?: boolean;
  /** Takes away the person's own filters; given when there are any. */
  onClear?: (() => void) | undefined;
}

/** A tile's content in each of its states; old numbers stay, dimmed, while new ones are on their way or could not be had. Where the
 *  tile stands is nothing to it. */
export const TileBody = memo(function TileBody({
  chart,
  title,
  filters,
  form,
  onOpen,
  isTable = false,
  onClear,
}: TileBodyProps) {
  const query = useQuery({ ...tileQuery(chart, filters), placeholderData: keepPreviousData });
  const { data, error } = query;
  const retry = () => void query.refetch();
  if (!data || !isAlike(chart, data) || isForbidden(error)) {
    if (!error) return <TileBones kind={chart.kind} />;
    return <TileTrouble error={error} isLow={isFigure(chart.kind)} onRetry={retry} />;
  }
  // The table of types keeps kind and view together; only the compiler cannot see it for a kind known at run time.
  const View = tileType(chart.kind).View as ComponentType<Omit<TileViewProps<never>, "chart"> & { chart: Chart }>;
  return (
    <div className={styles.body}>
      <div className={styles.view} data-old={query.isPlaceholderData || error !== null}>
        {isBlank(chart, data) ? (
          <TileBlank onClear={onClear} />
        ) : isTable && chart.kind !== "table" ? (
          <DataTable chart={chart} data={data} title={title} form={form} onOpen={onOpen} />
        ) : (
          <Suspense fallback={<TileBones kind={chart.kind} />}>
            <View chart={chart} data={data} title={title} form={form} onOpen={onOpen} />
          </Suspense>
        )}
      </div>
      {error && <TileStale error={error} onRetry={retry} />}
      {data.truncated && <Truncated chart={chart} data={data} />}
    </div>
  );
});

function Truncated({ chart, data }: { chart: Chart; data: TileData }) {
  const { t } = useTranslation("tiles");
  if (chart.kind === "table") return <p className={styles.note}>{t("truncatedRows", { count: chart.rows ?? 20 })}</p>;
  const { what, count } = truncationOf(data);
  return <p className={styles.note}>{t(`truncated.${what}`, { count })}</p>;
}
