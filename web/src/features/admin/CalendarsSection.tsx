import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { CalendarDays, Plus } from "lucide-react";
import { useState } from "react";
import { type Calendar, calendarsQuery } from "@/api/calendars";
import { settingQuery } from "@/api/setting";
import { useTranslation } from "@/i18n/words";
import { EmptyState } from "@/ui/EmptyState";
import { useFormat } from "@/ui/format";
import { QueryView } from "@/ui/QueryView";
import { ListSkeleton } from "@/ui/Skeletons";
import { StateTag } from "@/ui/StateTag";
import styles from "./admin.module.css";
import { CalendarEditor } from "./CalendarEditor";
import { SectionPage } from "./SectionPage";
import { newCalendar, weekMinutes } from "./week";

const HOUR_MIN = 60;

/** Working calendars; limits of steps are counted in them. */
export function CalendarsSection() {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const query = useQuery(calendarsQuery);
  const { data: setting } = useQuery(settingQuery);
  const [edited, setEdited] = useState<Calendar | null>(null);
  const make = () => setEdited({ id: "", name: "", rev: 0, definition: newCalendar(setting?.zone ?? "Asia/Shanghai") });
  if (edited) return <CalendarEditor key={edited.id} calendar={edited} onClose={() => setEdited(null)} />;
  const add = (
    <Button type="primary" icon={<Plus size={16} />} onClick={make}>
      {t("calendar.add")}
    </Button>
  );
  return (
    <SectionPage section="calendars" action={add}>
      <QueryView
        query={query}
        skeleton={<ListSkeleton count={3} />}
        isEmpty={(calendars) => calendars.length === 0}
        empty={<EmptyState art="tiles" title={t("calendar.empty")} text={t("calendar.emptyText")} action={add} />}
      >
        {(calendars) => (
          <ul className={styles.list}>
            {calendars.map((calendar) => (
              <li key={calendar.id}>
                <button type="button" className={styles.row} onClick={() => setEdited(calendar)}>
                  <CalendarDays size={20} className={styles.rowIcon} aria-hidden="true" />
                  <span className={styles.rowWords}>
                    <strong>{calendar.name}</strong>
                    <small>
                      {t("calendar.summary", {
                        hours: format.number(weekMinutes(calendar.definition) / HOUR_MIN, { maximumFractionDigits: 1 }),
                        days: calendar.definition.exceptions.length,
                        zone: calendar.definition.zone,
                      })}
                    </small>
                  </span>
                  {setting?.calendar === calendar.id && <StateTag tone="info">{t("calendar.default")}</StateTag>}
                </button>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </SectionPage>
  );
}
