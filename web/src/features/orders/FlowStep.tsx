import { useTranslation } from "@/i18n/words";
import type { Node } from "@/model/flow";
import type { Box } from "@/nodes/drawing/boxes";
import { shortened } from "@/nodes/drawing/text_room";
import { useFormat } from "@/ui/format";
import { useValueWords } from "@/ui/value_text";
import styles from "./FlowPicture.module.css";
import type { Stand, StepStanding } from "./flow_standing";

export const SHAPES: Record<Stand, string> = {
  now: "M2 1 9 5 2 9z",
  done: "M1.5 5.2 4 7.7l4.5-5",
  undone: "M8 4H3l2-2.5M3 4l2 2.5",
  ahead: "M5 2a3 3 0 1 0 .01 0z",
  passed: "M2 5h6",
};

const LEFT = 32;

/** A step as the order knows it: what it is, who had it and when. A slim one says the rest under the pointer. */
export function FlowStep({ node, box, standing }: { node: Node; box: Box; standing: StepStanding }) {
  const { t } = useTranslation("orders");
  const format = useFormat();
  const { nameOf } = useValueWords();
  const { stand, visit, times } = standing;
  const people = visit?.people.map(nameOf).join(t("history.list")) ?? "";
  const at = visit ? format.dateTime(visit.left_at ?? visit.entered_at) : "";
  const when = stand === "now" ? t("flow.since", { at }) : at;
  const again = times > 1 ? t("flow.times", { count: times }) : "";
  const isSlim = box.height < 60;
  const room = box.width - LEFT - 12;
  return (
    <g className={styles.card} data-stand={stand} transform={`translate(${box.x} ${box.y})`}>
      <title>{[node.name, t(`flow.${stand}`), people, when, again].filter(Boolean).join(" · ")}</title>
      <rect width={box.width} height={box.height} rx={isSlim ? box.height / 2 : 8} />
      <svg x="13" y={isSlim ? 14 : 15} viewBox="0 0 10 10" width="12" height="12" aria-hidden="true">
        <path d={SHAPES[stand]} />
      </svg>
      <text x={LEFT} y="25" className={styles.name}>
        {shortened(node.name, room, 13)}
      </text>
      {!isSlim && (
        <>
          <text x={LEFT} y="43" className={styles.who}>
            {shortened([people, again].filter(Boolean).join(" · ") || t(`flow.${stand}`), room, 11)}
          </text>
          <text x={LEFT} y="59" className={styles.who}>
            {shortened(when, room, 11)}
          </text>
        </>
      )}
    </g>
  );
}
