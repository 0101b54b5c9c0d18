import { useQuery } from "@tanstack/react-query";
import { tileQuery } from "@/api/boards";
import { isForbidden } from "@/api/problem";
import { useTranslation } from "@/i18n/words";
import { useFormat } from "@/ui/format";
import type { Asked } from "./board_look";
import styles from "./boards.module.css";

/** How old one tile's numbers are; those of a tile that could not be renewed stay behind the others. */
export function TileAge({ asked: { chart, filters } }: { asked: Asked }) {
  const { t } = useTranslation("boards");
  const format = useFormat();
  const { data, error } = useQuery({ ...tileQuery(chart, filters), select: ({ as_of }) => as_of });
  return data === undefined || isForbidden(error) ? null : (
    <p className={styles.age}>{t("tileAsOf", { at: format.time(data) })}</p>
  );
}
