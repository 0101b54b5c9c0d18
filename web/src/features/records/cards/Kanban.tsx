import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { PointerEvent } from "react";
import { kanbanQuery, type Lane, type RecordQuery, type RecordRow } from "@/api/records";
import { useTranslation } from "@/i18n/words";
import type { FormDefinition } from "@/model/form";
import { ORDER_STATES } from "@/model/order";
import type { Column } from "@/model/report";
import { useClosedFields } from "@/ui/closed_fields";
import { useColumnWords } from "@/ui/column_words";
import { startDrag } from "@/ui/drag";
import { EmptyState } from "@/ui/EmptyState";
import { useFormat } from "@/ui/format";
import { QueryView } from "@/ui/QueryView";
import { CardsSkeleton } from "@/ui/Skeletons";
import { askedFilters, type Look } from "../look/look";
import records from "../look/records.module.css";
import styles from "./Kanban.module.css";
import { KanbanCard } from "./KanbanCard";
import { laneColor, laneFilter, movedField } from "./lanes";
import { useMoveCard } from "./move_card";

export interface KanbanProps {
  form: string;
  definition: FormDefinition;
  look: Look;
  question: RecordQuery;
  by: Column;
  mayEdit: boolean;
  onOpen: (id: string) => void;
  onLook: (part: Partial<Look>) => void;
}

/** One lane per option, or per state of the order. A card dragged to another lane changes the field. */
export function Kanban({ form, definition, look, question, by, mayEdit, onOpen, onLook }: KanbanProps) {
  const { t } = useTranslation("records");
  const { t: tOrders } = useTranslation("orders");
  const words = useColumnWords(definition);
  const format = useFormat();
  const options = kanbanQuery(form, by, question);
  const query = useQuery({ ...options, placeholderData: (old) => old });
  const field = movedField(by, definition);
  const moveTo = useMoveCard(options.queryKey, by, field);
  const lanes = query.data?.lanes ?? [];
  const nameOf = ({ key, label }: Lane): string => {
    const state = by === "state" && ORDER_STATES.find((one) => one === key);
    return (state ? tOrders(`state.${state}`) : label) || t("noValue");
  };
  const isFiltered = askedFilters(look.filters).length > 0;
  const closed = useClosedFields(form);
  const why = !field ? t("fixedLanes") : mayEdit && !closed?.[field] ? undefined : t("mayNotMove");
  const move = (row: RecordRow, from: Lane, key: string) => {
    const to = lanes.find((lane) => lane.key === key);
    if (to && to !== from) void moveTo(row, from.key, { key, label: nameOf(to) });
  };
  const drag = (event: PointerEvent, row: RecordRow, from: Lane) =>
    startDrag<string>(event.nativeEvent, {
      label: words.text("title", row.values.title) || t("untitled"),
      sources: [event.currentTarget],
      over: (_x, _y, under) => {
        const lane = under?.closest<HTMLElement>("[data-lane]");
        const key = lane?.dataset.lane;
        if (!lane || key === undefined || key === from.key) return { place: null };
        if (why) return { place: null, deny: why };
        const { left, top, width } = lane.getBoundingClientRect();
        return { place: key, line: { left, top, width, height: 0 } };
      },
      drop: (key) => move(row, from, key),
    });
  return (
    <QueryView
      query={query}
      skeleton={<CardsSkeleton />}
      isEmpty={(data) => data.lanes.length === 0}
      empty={
        isFiltered ? (
          <EmptyState
            art="search"
            title={t("none")}
            action={<Button onClick={() => onLook({ filters: [] })}>{t("clearFilters")}</Button>}
          />
        ) : (
          <EmptyState art="tiles" title={t("empty")} />
        )
      }
    >
      {() => (
        <div className={styles.lanes}>
          {lanes.map((lane) => (
            <section key={lane.key} className={styles.lane} data-lane={lane.key} aria-label={nameOf(lane)}>
              <h2
                className={styles.laneTitle}
                style={{ borderColor: `var(--pick-${laneColor(lane, by, definition)})` }}
              >
                <span className={styles.laneName}>{nameOf(lane)}</span>
                <span className={records.label}>{format.number(lane.count)}</span>
              </h2>
              <ul className={styles.laneCards} data-glides>
                {lane.cards.map((row) => (
                  <KanbanCard
                    key={row.id}
                    words={words}
                    look={look}
                    row={row}
                    onOpen={onOpen}
                    ways={
                      why
                        ? []
                        : lanes.filter((one) => one !== lane).map((one) => ({ key: one.key, label: nameOf(one) }))
                    }
                    onMove={(key) => move(row, lane, key)}
                    onGrab={(event) => drag(event, row, lane)}
                  />
                ))}
              </ul>
              {lane.count > lane.cards.length && (
                <Button
                  type="text"
                  size="small"
                  onClick={() => onLook({ layout: { kind: "table" }, filters: laneFilter(look.filters, by, lane.key) })}
                >
                  {t("more", { count: lane.count - lane.cards.length })}
                </Button>
              )}
            </section>
          ))}
        </div>
      )}
    </QueryView>
  );
}
