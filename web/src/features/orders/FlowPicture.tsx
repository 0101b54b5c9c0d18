import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "@/i18n/words";
import type { OrderPage } from "@/model/order";
import { frameAround } from "@/nodes/drawing/boxes";
import { drawingOf } from "@/nodes/drawing/drawing";
import { boxOfNote } from "@/nodes/drawing/notes";
import { boxOfPhase } from "@/nodes/drawing/phases";
import { type Line, pathOf } from "@/nodes/drawing/route";
import { shortened, widthOf } from "@/nodes/drawing/text_room";
import { FlowBand, FlowNote } from "./FlowGround";
import styles from "./FlowPicture.module.css";
import { FlowStep, SHAPES } from "./FlowStep";
import { useFlowLineWords } from "./flow_line_words";
import { useFlowNotes } from "./flow_notes";
import { STANDS, standingOf, type Way } from "./flow_standing";

/** Smaller than this nobody reads the names; then the picture scrolls. */
const SCALE_MIN = 0.75;
const MARGIN = 24;

/** The flow as it was drawn, with where the order has been, is, and may go. Words and shapes, not colours alone. */
export default function FlowPicture({ order }: { order: OrderPage }) {
  const { t } = useTranslation("orders");
  const { definition, visits } = order.flow;
  const drawing = useMemo(() => drawingOf(definition), [definition]);
  const standing = useMemo(() => standingOf(order.flow), [order.flow]);
  const words = useFlowLineWords(order);
  const notes = useFlowNotes(order).map((note) => ({ note, box: boxOfNote(definition, note) }));
  const bands = (definition.phases ?? []).flatMap((phase) => {
    const box = boxOfPhase(definition, phase);
    return box ? [{ phase, box }] : [];
  });
  const corners = [...drawing.lines.values()].flatMap((line) => line.corners);
  const { x, y, width, height } = frameAround([
    ...drawing.boxes.values(),
    ...bands.map(({ box }) => box),
    ...notes.map(({ box }) => box),
    ...corners.map((corner) => ({ ...corner, width: 0, height: 0 })),
  ]);
  const lines = definition.edges.flatMap((edge) => {
    const line = drawing.lines.get(edge.id);
    return line ? [{ edge, line, way: standing.line(edge) }] : [];
  });
  const here = visits
    .filter(({ state }) => state === "open")
    .map(({ node }) => node)
    .join();
  const box = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the picture follows the order to its next step, and stays there when it grows
  useEffect(() => {
    const figure = box.current;
    const card = figure?.querySelector('g[data-stand="now"]') ?? figure?.querySelector("g[data-stand]");
    if (!figure || !card) return;
    const [outer, inner] = [figure.getBoundingClientRect(), card.getBoundingClientRect()];
    figure.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
  }, [here, notes.length]);
  const steps = definition.nodes.map((node) => ({ node, standing: standing.step(node.id) }));
  const stands = STANDS.filter((stand) => steps.some((step) => step.standing.stand === stand));
  const whole = width + 2 * MARGIN;
  return (
    // The keyboard scrolls what has the focus.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is wider than a phone
    <figure ref={box} className={styles.picture} tabIndex={0}>
      <svg
        role="img"
        aria-label={t("flow.title")}
        style={{ width: whole, minWidth: whole * SCALE_MIN }}
        viewBox={`${x - MARGIN} ${y - MARGIN} ${whole} ${height + 2 * MARGIN}`}
      >
        <title>{t("flow.title")}</title>
        {bands.map((band) => (
          <FlowBand key={band.phase.id} {...band} />
        ))}
        {lines.map(({ edge, line, way }) => (
          <path key={edge.id} className={styles.line} data-way={way} d={pathOf(line)} />
        ))}
        {steps.map((step) => {
          const card = drawing.boxes.get(step.node.id);
          return card && <FlowStep key={step.node.id} {...step} box={card} />;
        })}
        {lines.map(({ edge, line, way }) => (
          <Words key={edge.id} text={words(edge)} line={line} way={way} />
        ))}
        {notes.map((one) => (
          <FlowNote key={one.note.id} {...one} />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        {stands.map((stand) => (
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

const WORDS_ROOM = 168;

function Words({ text, line: { middle }, way }: { text: string; line: Line; way: Way }) {
  if (!text) return null;
  const shown = shortened(text, WORDS_ROOM, 11);
  const room = widthOf(shown, 11) + 14;
  return (
    <g className={styles.words} data-way={way}>
      <title>{text}</title>
      <rect x={middle.x - room / 2} y={middle.y - 9} width={room} height="18" rx="9" />
      <text x={middle.x} y={middle.y + 4} textAnchor="middle">
        {shown}
      </text>
    </g>
  );
}
