import { useEffect, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import type { Node } from "@/model/flow";
import type { OrderPage, Visit } from "@/model/order";
import { useFormat } from "@/ui/format";
import { useValueWords } from "@/ui/value_text";
import styles from "./FlowPicture.module.css";
import { CARD, frameOf, linePath, linesOf, type Stand, standOf } from "./flow_geometry";

const SHAPES: Record<Stand, string> = {
  now: "M2 1 9 5 2 9z",
  done: "M1.5 5.2 4 7.7l4.5-5",
  undone: "M8 4H3l2-2.5M3 4l2 2.5",
  ahead: "M5 2a3 3 0 1 0 .01 0z",
};

/** Smaller than this nobody reads the names; then the picture scrolls. */
const SCALE_MIN = 0.75;

/** The flow as it was drawn, with where the order has been, is, and may go. Words and shapes, not colours alone. */
export function FlowPicture({ flow }: { flow: OrderPage["flow"] }) {
  const { t } = useTranslation("orders");
  const { definition, visits, taken_edges } = flow;
  const frame = frameOf(definition.nodes);
  const taken = new Set(taken_edges);
  const here = visits
    .filter(({ state }) => state === "open")
    .map(({ node }) => node)
    .join();
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture follows the order to its next step
  useEffect(() => {
    const figure = box.current;
    const card = figure?.querySelector('g[data-stand="now"]') ?? figure?.querySelector("g[data-stand]");
    if (!figure || !card) return;
    const [outer, inner] = [figure.getBoundingClientRect(), card.getBoundingClientRect()];
    figure.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
  }, [here]);
  return (
    // The keyboard scrolls what has the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is wider than a phone
    <figure ref={box} className={styles.picture} tabIndex={0}>
      <svg
        role="img"
        aria-label={t("flow.title")}
        style={{ width: frame.width, minWidth: frame.width * SCALE_MIN }}
        viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      >
        <title>{t("flow.title")}</title>
        {linesOf(definition).map(({ edge, from, to }) => (
          <path key={edge.id} className={styles.line} data-taken={taken.has(edge.id)} d={linePath(from, to)} />
        ))}
        {definition.nodes.map((node) => (
          <Card key={node.id} node={node} {...standOf(node.id, visits)} />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        {(["done", "now", "ahead"] as const).map((stand) => (
          <span key={stand} className={styles.mark} data-stand={stand}>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <path d={SHAPES[stand]} />
            </svg>
            {t(`flow.${stand}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

interface CardProps {
  node: Node;
  stand: Stand;
  visit: Visit | null;
  times: number;
}

function Card({ node, stand, visit, times }: CardProps) {
  const { t } = useTranslation("orders");
  const format = useFormat();
  const { nameOf } = useValueWords();
  const people = visit?.people.map(nameOf).join(t("history.list")) ?? "";
  const at = visit ? format.dateTime(visit.left_at ?? visit.entered_at) : "";
  const when = stand === "now" ? t("flow.since", { at }) : at;
  const again = times > 1 ? t("flow.times", { count: times }) : "";
  return (
    <g className={styles.card} data-stand={stand} transform={`translate(${node.x} ${node.y})`}>
      <title>{[node.name, t(`flow.${stand}`), people, when, again].filter(Boolean).join(" · ")}</title>
      <rect width={CARD.width} height={CARD.height} rx="8" />
      <svg x="12" y="13" viewBox="0 0 10 10" width="12" height="12" aria-hidden="true">
        <path d={SHAPES[stand]} />
      </svg>
      <text x="32" y="23" className={styles.name}>
        {clip(node.name, 11)}
      </text>
      <text x="32" y="41" className={styles.who}>
        {clip([people, again].filter(Boolean).join(" · ") || t(`flow.${stand}`), 13)}
      </text>
      <text x="32" y="57" className={styles.who}>
        {clip(when, 13)}
      </text>
    </g>
  );
}

/** SVG text does not wrap: a Latin letter counts half. */
function clip(text: string, widthMax: number): string {
  let width = 0;
  for (const [index, char] of Array.from(text).entries()) {
    width += (char.codePointAt(0) ?? 0) < 0x2e80 ? 0.55 : 1;
    if (width > widthMax) return `${Array.from(text).slice(0, index).join("")}…`;
  }
  return text;
}
